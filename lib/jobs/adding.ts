/** Adding a job that was started elsewhere, between its dialog and the action. */
import * as z from 'zod/mini'
import type { ExplainedError } from '../cloud/explained-error.ts'
import { HEX_ID } from '../cloud/rules.ts'
import type { Result } from '../result.ts'

/** As IMS gives it; people copy it with blanks around. */
export const imsJobId = z
  .string()
  .check(
    z.trim(),
    z.toLowerCase(),
    z.minLength(1, { error: 'Enter the job id.', abort: true }),
    z.regex(HEX_ID, { error: 'Enter the 32 letters and digits of a job id: 0 to 9 and a to f.' }),
  )

export const addingInput = z.object({
  /** Of the page: nothing is added to another project that the session has moved to. */
  projectId: z.string(),
  imsJobId,
})

export type AddingProblem =
  | { reason: 'session-ended' }
  /** Belongs to the field. `jobId`: the import that is in the list already. */
  | { reason: 'field'; message: string; jobId: string | null }
  | { reason: 'not-added'; error: ExplainedError }

export type AddingResult = Result<{ jobId: string }, AddingProblem>
