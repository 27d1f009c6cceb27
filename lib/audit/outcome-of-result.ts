import * as z from 'zod/mini'
import { explainedError } from '../cloud/explained-error.ts'
import type { AuditOutcome } from './entry.ts'

/** A ProblemBody, or a SignInProblem: both carry what a person was told. */
const refused = z.object({
  ok: z.literal(false),
  error: z.object({ problem: z.optional(z.string()), error: explainedError }),
})

const SERVER_ERROR = 500

/** What a Result, as actions answer it, says of the change; anything else is a change that was made. */
export function outcomeOfResult(value: unknown): AuditOutcome {
  const parsed = z.safeParse(refused, value)
  if (!parsed.success) return { result: 'done' }
  const { problem, error } = parsed.data.error
  const { title, code, message, httpStatus } = error
  const isFailure = problem === 'internal' || (httpStatus ?? 0) >= SERVER_ERROR
  return {
    result: isFailure ? 'failed' : 'refused',
    code,
    details: { answer: { title, message, httpStatus } },
  }
}
