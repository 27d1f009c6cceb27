'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Aside, type Listing, OFFLINE, READING } from './listing'
import { bucketsProblem } from './problems'
import { bucketsQuery } from './queries'
import { bucketRows, countWords, type Row } from './rows'

type Query = { search: string; isOpen: boolean }

const NOTHING_MORE = () => {}

/** The buckets of the account whose names hold the search; all are read in one call. */
export function useBuckets({ search, isOpen }: Query): Listing {
  const { data, error, isPaused, refetch } = useQuery({ ...bucketsQuery(), enabled: isOpen })
  const rows = useMemo((): Row[] => (data ? bucketRows(data.buckets, search) : []), [data, search])
  const aside = (): Aside | null => {
    if (data)
      return rows.length > 0 ? null : { kind: 'empty', words: emptyWords(data.buckets.length, search) }
    if (error) return { kind: 'failed', ...bucketsProblem(error) }
    return isPaused ? OFFLINE : READING
  }
  const shown = aside()
  return {
    rows: shown?.kind === 'failed' && shown.isPassing ? [{ kind: 'retry', name: 'Try again' }] : rows,
    aside: shown,
    summary: countWords(rows),
    readMore: NOTHING_MORE,
    readAgain: () => void refetch(),
  }
}

function emptyWords(inAccount: number, search: string): string {
  return inAccount === 0 ? 'No bucket in this account.' : `No bucket has ${search} in its name.`
}
