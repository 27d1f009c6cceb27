'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { jobListQuery } from '@/components/jobs/queries'
import { isWorking } from '@/lib/jobs/states'

/** Ids of images that exports of the project are at work on, of the jobs that the shell reads anyway. */
export function useExported(): ReadonlySet<string> {
  const { data } = useQuery(jobListQuery())
  return useMemo(
    () =>
      new Set(
        (data?.jobs ?? []).flatMap(({ kind, state, ofImageId }) =>
          kind === 'export' && ofImageId !== null && isWorking(state) ? [ofImageId] : [],
        ),
      ),
    [data],
  )
}
