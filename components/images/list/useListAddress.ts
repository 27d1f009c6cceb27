'use client'

import { useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { filtersQuery, type ImageFilters, readFilters } from '@/lib/images/filters'
import { readSort, type Sort, sortText } from '@/lib/images/sorting'
import { paths } from '@/lib/navigation'

type Change = {
  /** False where the next change replaces this one in the history: between two letters nobody goes back. */
  isStep: boolean
}

export type ListAddress = {
  filters: ImageFilters
  sort: Sort
  changeFilters: (next: ImageFilters, change?: Change) => void
  changeSort: (next: Sort) => void
}

/** Filters and sorting as the address has them: shared, gone back to and reloaded like any page. */
export function useListAddress(): ListAddress {
  const parameters = useSearchParams().toString()
  const { filters, sort } = useMemo(() => {
    const read = new URLSearchParams(parameters)
    return { filters: readFilters(read), sort: readSort(read) }
  }, [parameters])
  const go = (query: string, { isStep }: Change) => {
    if (isStep) window.history.pushState(null, '', paths.images(query))
    else window.history.replaceState(null, '', paths.images(query))
  }
  return {
    filters,
    sort,
    changeFilters: (next, change = { isStep: true }) => go(listQuery(next, sort), change),
    changeSort: (next) => go(listQuery(filters, next), { isStep: true }),
  }
}

/** The address's part after `?`. */
export function listQuery(filters: ImageFilters, sort: Sort): string {
  const sorting = sortText(sort)
  return [filtersQuery(filters), sorting && `sort=${sorting}`].filter(Boolean).join('&')
}
