'use client'

import { useQuery } from '@tanstack/react-query'
import { jobListQuery } from '@/components/jobs/queries'
import type { JobState } from '@/lib/jobs/states'

const GOES_ON_IN_THE_CLOUD: readonly JobState[] = ['submitting', 'queued', 'running']

/** From the same poll as the list of jobs; 0 while it is not known. */
export function useRunningCount(): number {
  const { data } = useQuery({
    ...jobListQuery(),
    select: ({ jobs }) => jobs.filter(({ state }) => GOES_ON_IN_THE_CLOUD.includes(state)).length,
  })
  return data ?? 0
}
