/** What the form sends to its action and what comes back. */
import * as z from 'zod/mini'
import type { ExplainedError } from '../cloud/explained-error.ts'
import type { Finding } from '../disk-image/findings/finding.ts'
import type { Result } from '../result.ts'
import type { ImportDraft } from './draft.ts'

export const submissionEnvelope = z.object({
  /** Made with the form; the same id submits once, however often it arrives. */
  submissionId: z.uuid(),
  /** The project the page showed: refused when the session has moved on. */
  projectId: z.string().check(z.minLength(1)),
  /** An ImportDraft; parsed by importRequest. */
  draft: z.unknown(),
  /** Ids of findings that block and that the person chose to send all the same; a size or format cannot be chosen. */
  sendAnyway: z._default(z.array(z.string()).check(z.maxLength(50)), []),
  /** Not at once, but from Slipway's own queue, when IMS has room. */
  wait: z._default(z.boolean(), false),
})

export type SubmitProblem =
  /** The values break a rule; nothing was sent. */
  | { reason: 'fields'; fields: { field: keyof ImportDraft; message: string }[] }
  /** What is known of the file says that this cannot work; nothing was sent. */
  | { reason: 'preflight'; findings: Finding[] }
  /**
   * IMS answered and refused; `error.field` names the culprit where the code tells it. `mayWait`: it only has too much
   * to do, and the same import can wait in Slipway's queue.
   */
  | { reason: 'refused'; error: ExplainedError; mayWait: boolean }
  /** IMS could not be reached; nothing was sent. */
  | { reason: 'not-sent'; error: ExplainedError }
  | { reason: 'session-ended' }
  /** The session works in another project than the page. */
  | { reason: 'project-changed'; projectName: string }

/** `jobId` is the submission's id; its page shows what became of it, an unconfirmed outcome included. */
export type SubmitResult = Result<{ jobId: string }, SubmitProblem>
