import 'server-only'
import type { CloudError } from '../cloud/errors.ts'
import { processId } from '../config/process-id.ts'
import { CLAIM_MS } from '../jobs/claims.ts'
import { deleteJob } from '../jobs/rows.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type Kept, keepOnce, type Wanted } from './keep.ts'
import { refused, send } from './send.ts'

export type Submission =
  /** `kept`: IMS has it, is being asked, or gave no answer; the job's page tells which. The others sent nothing. */
  | Exclude<Kept, { outcome: 'new' }>
  /** IMS took nothing. */
  | { outcome: 'refused'; error: CloudError }

/** Submits an import once, however often the same submission id arrives. */
export async function submitOnce(db: Store, session: ActiveSession, wanted: Wanted): Promise<Submission> {
  const id = wanted.submissionId
  const claimant = processId()
  const start = { state: 'submitting', claimant, until: Date.now() + CLAIM_MS } as const
  const kept = await keepOnce(db, session, wanted, start)
  if (kept.outcome !== 'new') return kept
  const error = await send(db, session, { id, request: wanted.request, claimant }, async (refusal, now) => {
    if (!refusal.tokenRefused) return refused(refusal, now)
    // Nobody failed here: the person signs in again and sends the same form.
    await deleteJob(db, id)
    return null
  })
  return error ? { outcome: 'refused', error } : { outcome: 'kept', jobId: id }
}
