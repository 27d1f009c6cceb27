import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { CloudError } from '../cloud/errors.ts'
import type { ImportRequest } from '../cloud/import-request.ts'
import { startImport } from '../cloud/ims.ts'
import type { Finding } from '../disk-image/findings/finding.ts'
import { likenessOf } from '../jobs/likeness.ts'
import { insertJobPreflight } from '../jobs/preflight.ts'
import { advance, deleteJob, findJob, findJobOfProject, insertJob } from '../jobs/rows.ts'
import { failureOf } from '../jobs/stored-failure.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { judge } from './judge.ts'

export type Submission =
  /** IMS has it, is being asked, or gave no answer: the job's page tells which. */
  | { outcome: 'kept'; jobId: string }
  | { outcome: 'refused'; error: CloudError }
  /** What is known of the file says that this cannot work: nothing was sent, and nothing kept. */
  | { outcome: 'blocked'; findings: Finding[] }
  /** The id is that of an import with other values, or of another project: nothing was sent. */
  | { outcome: 'id-taken' }

/**
 * Submits an import once, however often the same submission id arrives. The row is written and flushed before IMS
 * is called; an answer that proves nothing was accepted makes it `rejected`, no answer makes it `unconfirmed`, and
 * it is never sent again by itself: IMS has no way to tell a repeated request from a new one (ims.md 0). A repeat of
 * what was sent is that import, whatever has been learnt of its file since.
 *
 * @param sendAnyway ids of findings that block, and that the person chose to send all the same
 */
export async function submitOnce(
  db: Store,
  session: ActiveSession,
  submissionId: string,
  request: ImportRequest,
  sendAnyway: readonly string[] = [],
): Promise<Submission> {
  const { blocking, preflight } = await judge(db, session, request, sendAnyway)
  if (blocking.length > 0 && !(await findJob(db, submissionId))) {
    return { outcome: 'blocked', findings: blocking }
  }
  const job = {
    id: submissionId,
    projectId: session.project.id,
    regionId: session.regionId,
    user: session.user,
    request,
    submittedAt: Date.now(),
    likeness: preflight && likenessOf(preflight.view, request),
  }
  const isNew = await db.transaction().execute(async (transaction) => {
    const inserted = await insertJob(transaction, job)
    if (inserted && preflight) await insertJobPreflight(transaction, submissionId, preflight)
    return inserted
  })
  if (!isNew) {
    const kept = await findJobOfProject(db, session.project.id, submissionId)
    const isSame = kept && isDeepStrictEqual(kept.request, request)
    return isSame ? { outcome: 'kept', jobId: kept.id } : { outcome: 'id-taken' }
  }
  const row = { id: submissionId, version: 1, state: 'submitting' } as const
  try {
    const { imsJobId, tookMs } = await startImport(session.ims, request)
    const now = Date.now()
    await advance(db, row, {
      state: 'queued',
      imsJobId,
      acceptedAt: now,
      acceptedInMs: tookMs,
      nextCheckAt: now,
    })
    return { outcome: 'kept', jobId: submissionId }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    const now = Date.now()
    if (error.tokenRefused) {
      // Nobody failed here: the person signs in again and sends the same form.
      await deleteJob(db, submissionId)
      return { outcome: 'refused', error }
    }
    if (error.provesNothingHappened) {
      await advance(db, row, { state: 'rejected', endedAt: now, failure: failureOf(error, now) })
      return { outcome: 'refused', error }
    }
    await advance(db, row, { state: 'unconfirmed', checkError: failureOf(error, now) })
    return { outcome: 'kept', jobId: submissionId }
  }
}
