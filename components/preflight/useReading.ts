'use client'

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ProblemError } from '@/components/shell/request'
import { reportSessionEnded } from '@/components/shell/session-state'
import { ownError } from '@/lib/cloud/explained-error'
import { preflightQuery } from './queries'
import type { Reading } from './reading'

/** Whoever goes through several files has none of them read but the last. */
const READ_AFTER_MS = 300

/** Reads the file of this address, and looks again whether it is the same when the person comes back to the page. */
export function useReading(address: string | null) {
  const queryClient = useQueryClient()
  const [settled] = useDebouncedValue(address, READ_AFTER_MS)
  const query = useQuery({
    ...preflightQuery(settled ?? ''),
    enabled: settled !== null && settled === address,
    refetchOnWindowFocus: true,
  })
  const [first, setFirst] = useState<{ address: string; etag: string } | null>(null)
  const view = settled === address ? query.data : undefined
  const object = view?.object ?? null
  if (object && address !== null && first?.address !== address) setFirst({ address, etag: object.etag })

  const checkAgain = () => {
    if (address === null) return
    setFirst(null)
    queryClient.fetchQuery(preflightQuery(address, { fresh: true })).catch((error: unknown) => {
      // The query itself keeps the failure, and the panel shows it.
      if (error instanceof ProblemError && error.problem === 'session-ended') reportSessionEnded()
    })
  }
  return { reading: readingOf(), isChecking: query.isFetching, checkAgain }

  function readingOf(): Reading {
    if (address === null) return { state: 'none' }
    if (view)
      return {
        state: 'read',
        facts: view,
        readAt: query.dataUpdatedAt,
        isStale: query.isError,
        changedAt:
          object && first?.address === address && first.etag !== object.etag ? object.changedAt : null,
      }
    if (settled === address && query.error) return { state: 'failed', error: explainedIn(query.error) }
    return { state: 'reading' }
  }
}

const explainedIn = (error: Error) =>
  error instanceof ProblemError
    ? error.error
    : ownError('This page could not read Slipway’s answer', null, 'Check again.')
