import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { SESSION_KEY } from './queries'
import { ProblemError } from './request'
import { reportSessionEnded, reportSessionLive } from './session-state'

const RETRIES = 2

/** The one policy: reads are tried again unless the answer was a refusal; what changes something never is. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: watchForEnd,
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
