'use client'

import { useQuery } from '@tanstack/react-query'
import { jobListQuery } from '@/components/jobs/queries'

/** From the same poll as the list of jobs; 0 while it is not known. */
export function useRunningCount(): number {
  const { data } = useQuery({
    ...jobListQuery(),
    select: ({ working }) => working,
  })
  return data ?? 0
}
