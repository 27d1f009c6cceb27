'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { announce } from '@/components/elements/announcements'
import { useSession } from '@/components/shell/SessionContext'
import { imageFilePlace } from '@/lib/images/image-file'
import type { Listing } from './listing'
import { bucketsQuery, objectsQuery } from './queries'
import type { Folder } from './rows'
import { useBuckets } from './useBuckets'
import { useFolder } from './useFolder'
import { useSettled } from './useSettled'

/**
 * What stands at the place that an address, finished or not, leads to. Null where there is nothing to look through.
 * OBS is asked only while the list is open. `settle` says that a text was not typed, and need not wait for the next letter.
 */
export function useListing(
  text: string,
  isOpen: boolean,
): { listing: Listing | null; settle: (text: string) => void } {
  const queryClient = useQueryClient()
  const { region } = useSession()
  const [settled, settle] = useSettled(text)
  const place = imageFilePlace(text)
  const isKnown = ({ bucket, prefix }: Folder) =>
    queryClient.getQueryData(objectsQuery(bucket, prefix).queryKey) !== undefined
  const asked = place?.kind === 'bucket' && isKnown(place) ? place : imageFilePlace(settled)
  const inBucket = place?.kind === 'bucket'

  const buckets = useBuckets({ search: place?.kind === 'buckets' ? place.search : '', isOpen })
  const folder = useFolder({
    place: inBucket ? place : null,
    asked: inBucket && asked?.kind === 'bucket' ? asked : null,
    isOpen,
    bucketRegion: inBucket ? regionOf(place.bucket) : null,
    ownRegion: region.name,
  })
  const listing = place && (inBucket ? folder : buckets)
  const news =
    listing && isOpen ? newsOf(listing, inBucket ? ` in ${place.bucket}:${place.prefix}` : '') : null

  useEffect(() => {
    // The screen reader, by way of the page's polite region.
    if (news) announce(news)
  }, [news])

  function regionOf(bucket: string): string | null {
    const known = queryClient.getQueryData(bucketsQuery().queryKey)
    return known?.buckets.find(({ name }) => name === bucket)?.region ?? null
  }

  return { listing, settle }
}

function newsOf({ aside, summary }: Listing, where: string): string | null {
  switch (aside?.kind) {
    case 'reading':
      return null
    case 'empty':
      return aside.words
    case 'failed':
      return aside.hint ? `${aside.words} ${aside.hint}` : aside.words
    case undefined:
      return summary && summary + where
  }
}
