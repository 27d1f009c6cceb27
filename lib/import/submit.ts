import 'server-only'
import type { CloudError } from '../cloud/errors.ts'
import { processId } from '../config/process-id.ts'
import { CLAIM_MS } from '../jobs/claims.ts'
import { sendOrForget } from '../jobs/send.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type Kept, keepOnce, type Wanted } from './keep.ts'

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
  const error = await sendOrForget(db, session, { id, request: wanted.request, claimant })
  return error ? { outcome: 'refused', error } : { outcome: 'kept', jobId: id }
}
