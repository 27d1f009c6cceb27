'use client'

import { useQueries, useQueryClient } from '@tanstack/react-query'
import { preflightQuery } from '@/components/preflight/queries'
import { ProblemError } from '@/components/shell/request'
import type { PreflightView } from '@/lib/preflight/view'

/** Files that are read at the same time: each costs the server some calls of OBS. */
const AT_ONCE = 3

export type FileReading =
  /** The address cannot be read, or is being typed. */
  | { state: 'none' }
  | { state: 'waiting' }
  | { state: 'reading' }
  /** No answer came: nothing is known of the file, which is no reason not to send it. */
  | { state: 'failed'; words: string }
  | { state: 'read'; facts: PreflightView }

const NONE: FileReading = { state: 'none' }
const WAITING: FileReading = { state: 'waiting' }
const READING: FileReading = { state: 'reading' }

/** Reads each file once, a few at a time in the order of the rows. `checkAgain` reads one anew. */
export function useBatchReadings(addresses: readonly (string | null)[]) {
  const queryClient = useQueryClient()
  const files = [...new Set(addresses.filter((address) => address !== null))]
  const isPending = (address: string) =>
    (queryClient.getQueryState(preflightQuery(address).queryKey)?.status ?? 'pending') === 'pending'
  const next = new Set(files.filter(isPending).slice(0, AT_ONCE))
  const results = useQueries({
    queries: files.map((address) => ({
      ...preflightQuery(address),
      enabled: !isPending(address) || next.has(address),
      // Two hundred files are not read again at every glance at the page.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
    })),
  })
  const byAddress = new Map(files.map((address, index) => [address, results[index]]))

  const readingOf = (address: string | null): FileReading => {
    if (address === null) return NONE
    const result = byAddress.get(address)
    if (result?.data) return { state: 'read', facts: result.data }
    if (result?.error) return { state: 'failed', words: wordsOf(result.error) }
    return result?.isFetching ? READING : WAITING
  }
  return {
    readingOf,
    checkAgain: (address: string) => {
      queryClient.fetchQuery(preflightQuery(address, { fresh: true })).catch(() => {
        // The query keeps the failure, and the row shows it.
      })
    },
  }
}

const wordsOf = (error: Error) => (error instanceof ProblemError ? error.error.title : 'No answer came')
