/** What the batch's page sends to its action and what comes back. */
import * as z from 'zod/mini'
import type { Result } from '../../result.ts'
import type { ImportDraft } from '../draft.ts'

/** Rows in one call: each is written down and flushed by itself, and nobody should wait long for an answer. */
export const BATCH_CALL_ROWS = 20

export const batchEnvelope = z.object({
  /** Made with the first call; the summary's address. */
  batchId: z.uuid(),
  /** The project the page showed: refused when the session has moved on. */
  projectId: z.string().check(z.minLength(1)),
  rows: z
    .array(
      z.object({
        /** Of the row, so that a repeat sends nothing twice. */
        submissionId: z.uuid(),
        /** An ImportDraft; parsed by importRequest. */
        draft: z.unknown(),
        sendAnyway: z._default(z.array(z.string()).check(z.maxLength(50)), []),
      }),
    )
    .check(z.minLength(1), z.maxLength(BATCH_CALL_ROWS)),
})

export type RowProblem = {
  /** The field it belongs to; the file where none is known. */
  field: keyof ImportDraft
  message: string
}

/** A row that was not kept says why; the others are imports by now. */
export type RowResult = { submissionId: string; problems: RowProblem[] }

export type BatchProblem =
  | { reason: 'session-ended' }
  | { reason: 'project-changed'; projectName: string }
  | { reason: 'malformed' }

export type BatchResult = Result<{ rows: RowResult[] }, BatchProblem>
