import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { SESSION_KEY } from './queries'
import { ProblemError } from './request'
import { reportSessionEnded, reportSessionLive } from './session-state'

const RETRIES = 2

/**
 * The one policy: reads are tried again unless the answer was a refusal; what changes something never is. A query with
 * `meta: { isQuiet: true }` opens no dialog when the session has ended: nobody asked for it, and somebody may be typing.
 * `isQuiet` may also be a function of what was last read.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, { meta, state }) => {
        const isQuiet = typeof meta?.isQuiet === 'function' ? meta.isQuiet(state.data) : meta?.isQuiet
        if (isQuiet !== true) watchForEnd(error)
      },
      onSuccess: (_data, { queryKey }) => {
        if (queryKey[0] === SESSION_KEY) reportSessionLive()
      },
    }),
    mutationCache: new MutationCache({ onError: watchForEnd }),
    defaultOptions: {
      queries: { retry: (failures, error) => failures < RETRIES && !isRefusal(error) },
      mutations: { retry: false },
    },
  })
}

function watchForEnd(error: Error): void {
  if (error instanceof ProblemError && error.problem === 'session-ended') reportSessionEnded()
}

function isRefusal(error: Error): boolean {
  return error instanceof ProblemError && error.status !== null && error.status < 500
}
