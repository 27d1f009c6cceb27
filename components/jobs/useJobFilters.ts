'use client'

import { useSearchParams } from 'next/navigation'
import { filtersQuery, type JobFilters, readableFilters } from '@/lib/jobs/filters'
import { paths } from '@/lib/navigation'

type Change = {
  /** False where the next change replaces this one in the history: between two letters nobody goes back. */
  isStep: boolean
}

/** The filters as the address has them: shared, gone back to and reloaded like any page. */
export function useJobFilters(): {
  filters: JobFilters
  changeFilters: (next: JobFilters, change?: Change) => void
} {
  const filters = readableFilters(Object.fromEntries(useSearchParams()))
  const changeFilters = (next: JobFilters, { isStep }: Change = { isStep: true }) => {
    const address = paths.jobs(filtersQuery(next))
    if (isStep) window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
  }
  return { filters, changeFilters }
}
