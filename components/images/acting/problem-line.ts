import type { ActingProblem } from '@/lib/images/acting'
import { actingError } from './acting-error'

/** Why an act was not done in one line, for a toast or a row. */
export function problemLine(problem: ActingProblem): string {
  if (problem.reason === 'session-ended') return 'Your session has ended.'
  if (problem.reason === 'fields') return Object.values(problem.fields).join(' ')
  const error = actingError(problem)
  return error ? `${error.title}${error.code ? ` (${error.code})` : ''}.` : ''
}

/** Whether the act may have been done for all that is known. */
export const isInDoubt = (problem: ActingProblem): boolean =>
  problem.reason === 'not-done' && problem.isUnknown === true

/** The same with what it means before it, "Still shared", unless nobody knows whether it means that. */
export function notDoneLine(meaning: string, problem: ActingProblem): string {
  const line = problemLine(problem)
  return isInDoubt(problem) ? line : `${meaning}. ${line}`
}
