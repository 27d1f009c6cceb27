'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Aside, type Listing, OFFLINE, READING } from './listing'
import { bucketElsewhere, bucketProblem, type Problem } from './problems'
import { objectsQuery } from './queries'
import { countWords, covers, type Folder, folderOf, folderRows, type Row, rowUp } from './rows'

type Query = {
  /** What the list is of; null while it is of buckets. */
  place: Folder | null
  /** What OBS is asked for: the place a moment ago, while it is being typed. */
  asked: Folder | null
  isOpen: boolean
  /** The region of the bucket where it is known, and the one that IMS reads. */
  bucketRegion: string | null
  ownRegion: string
}

const NOWHERE: Folder = { kind: 'bucket', bucket: '', prefix: '' }

/**
 * What a folder of a bucket holds, as far as its names begin like the end of the place. While OBS is asked about more
 * letters, what is known of fewer is narrowed down.
 */
export function useFolder({ place, asked, isOpen, bucketRegion, ownRegion }: Query): Listing {
  const wanted = place ?? NOWHERE
  const read = asked ?? NOWHERE
  const isElsewhere = bucketRegion !== null && bucketRegion !== ownRegion
  const query = useInfiniteQuery({
    ...objectsQuery(read.bucket, read.prefix),
    enabled: isOpen && asked !== null && !isElsewhere,
    placeholderData: (pages, before) => {
      const [, bucket = '', prefix = ''] = before?.queryKey ?? []
      return covers({ kind: 'bucket', bucket, prefix }, read) ? pages : undefined
    },
  })
  const { bucket, prefix } = wanted
  const pages = covers(read, wanted) ? query.data?.pages : undefined
  const found = useMemo(
    () => (pages ? folderRows(pages, { kind: 'bucket', bucket, prefix }) : []),
    [pages, bucket, prefix],
  )
  const isSettled = read.bucket === bucket && read.prefix === prefix && !query.isPlaceholderData
  const hasMore = isSettled && query.hasNextPage

  const aside = (): Aside | null => {
    if (bucketRegion !== null && isElsewhere)
      return { kind: 'failed', ...bucketElsewhere(bucket, bucketRegion, ownRegion) }
    if (isSettled && !pages && query.error)
      return { kind: 'failed', ...bucketProblem(query.error, bucket, ownRegion) }
    if (found.length > 0 || hasMore) return null
    if (isSettled && pages) return { kind: 'empty', words: emptyWords(wanted) }
    return query.isPaused ? OFFLINE : READING
  }
  const shown = aside()
  const summary = isSettled ? countWords(found) : null
  return {
    rows:
      shown?.kind === 'failed' ? waysOut(shown, wanted) : [rowUp(wanted), ...found, ...tail(hasMore, query)],
    aside: shown,
    summary: summary !== null && hasMore ? `${summary} so far` : summary,
    readMore: () => {
      if (hasMore && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    readAgain: () => void (pages ? query.fetchNextPage() : query.refetch()),
  }
}

const RETRY: Row = { kind: 'retry', name: 'Try again' }

const waysOut = ({ isPassing }: Problem, place: Folder): Row[] =>
  isPassing ? [RETRY, rowUp(place)] : [rowUp(place)]

function tail(
  hasMore: boolean,
  {
    isFetchingNextPage,
    isFetchNextPageError,
  }: { isFetchingNextPage: boolean; isFetchNextPageError: boolean },
): Row[] {
  if (!hasMore) return []
  if (isFetchNextPageError) return [RETRY]
  return [{ kind: 'more', name: isFetchingNextPage ? 'Reading more…' : 'Show more' }]
}

function emptyWords({ prefix }: Folder): string {
  const name = prefix.slice(folderOf(prefix).length)
  if (name !== '') return `No file begins with ${name}.`
  return prefix === '' ? 'No files in this bucket.' : 'No files in this folder.'
}
