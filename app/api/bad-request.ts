import 'server-only'
import { problem } from '@/app/api/answer'
import { ownError } from '@/lib/cloud/explained-error'

/** For a query that no page of ours sends. `cure` says what to write instead. */
export function badRequest(cure: string): Response {
  return problem({
    problem: 'bad-request',
    error: ownError('This address asks for nothing Slipway can read', null, cure),
  })
}
