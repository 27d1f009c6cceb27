'use client'

import { useDeferredValue, useMemo } from 'react'
import { type Counts, countWords } from '@/lib/images/count-words'
import { filtersQuery, type ImageFilters, isFiltered, scopesOf, withChosen } from '@/lib/images/filters'
import type { ListedImage } from '@/lib/images/listed'
import { matcher } from '@/lib/images/matching'
import { type Sort, sorted } from '@/lib/images/sorting'
import type { ImageListState } from './ImageReader'

export type ShownImages = {
  rows: readonly ListedImage[]
  counts: Counts
  words: string
  /** The filters whose rows these are: one is typing while they are worked out. */
  query: string
}

/** What the filters leave of all that was read, sorted. What is typed is not held up by it. */
export function useShownImages(
  { rows, isReading, stopped }: ImageListState,
  filters: ImageFilters,
  sort: Sort,
  now: number,
): ShownImages {
  const wanted = useDeferredValue(filters)
  const order = useDeferredValue(sort)
  const all = useMemo(() => sorted(rows, order), [rows, order])
  return useMemo(() => {
    const scopes: ReadonlySet<string> = new Set(scopesOf(wanted))
    const inScope = all.filter(({ scope }) => scopes.has(scope))
    const shown = isFiltered(wanted) ? inScope.filter(matcher(wanted, now)) : inScope
    const counts: Counts = {
      matching: shown.length,
      loaded: inScope.length,
      // Whose images are listed is what the number counts, not what it leaves of others.
      isFiltered: isFiltered(withChosen(wanted, 'owner', [])),
      reading: isReading ? 'going' : stopped.size > 0 ? 'stopped' : 'done',
    }
    return { rows: shown, counts, words: countWords(counts), query: filtersQuery(wanted) }
  }, [all, wanted, now, isReading, stopped])
}
