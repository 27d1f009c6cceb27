import 'server-only'
import type { ImportRequest } from '../cloud/import-request.ts'
import { log } from '../config/log.ts'
import type { Finding } from '../disk-image/findings/finding.ts'
import { keepJobOnce } from '../jobs/keep-once.ts'
import { likenessOf } from '../jobs/likeness.ts'
import { insertJobPreflight } from '../jobs/preflight.ts'
import { findJob, type NewJob } from '../jobs/rows.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { judge } from './judge.ts'

export type Wanted = {
  /** Made with the form: the same id is one import, however often it arrives. */
  submissionId: string
  request: ImportRequest
  /** Ids of findings that block, and that the person chose to send all the same. */
  sendAnyway?: readonly string[]
  /** Of imports that were sent together. */
  batchId?: string
}

export type Kept =
  /** Flushed to the store; nothing has been sent. */
  | { outcome: 'new' }
  /** It came before, with the same values: that import is this one. */
  | { outcome: 'kept'; jobId: string }
  /** What is known of the file says that this cannot work: nothing was kept. */
  | { outcome: 'blocked'; findings: Finding[] }
  /** The id is that of an import with other values, or of another project. */
  | { outcome: 'id-taken' }
  /** The store could not keep it, so that nothing may be sent. */
  | { outcome: 'not-kept' }

/**
 * Writes an import down before anything else is done with it, together with what is known of its file. A repeat of
 * what was sent is that import, whatever has been learnt of its file since.
 */
export async function keepOnce(
  db: Store,
  session: ActiveSession,
  { submissionId, request, sendAnyway = [], batchId }: Wanted,
  start: NewJob['start'],
): Promise<Kept> {
  try {
    const { blocking, preflight } = await judge(db, session, request, sendAnyway)
    if (blocking.length > 0 && !(await findJob(db, submissionId)))
      return { outcome: 'blocked', findings: blocking }
    const job: NewJob = {
      id: submissionId,
      projectId: session.project.id,
      regionId: session.regionId,
      user: session.user,
      request,
      submittedAt: Date.now(),
      likeness: preflight && likenessOf(preflight.view, request),
      batchId: batchId ?? null,
      start,
    }
    const kept = await keepJobOnce(db, job, async (transaction) => {
      if (preflight) await insertJobPreflight(transaction, submissionId, preflight)
    })
    return kept === 'same' ? { outcome: 'kept', jobId: submissionId } : { outcome: kept }
  } catch (error) {
    log().error({ err: error, jobId: submissionId }, 'an import could not be kept, and was not sent')
    return { outcome: 'not-kept' }
  }
}
