import 'server-only'
import { createHash } from 'node:crypto'
import { readImsJob } from '../cloud/ims.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { afterJobAnswer } from './check.ts'
import { advance, findJob, findJobIdByImsJob, searchText } from './rows.ts'

/** `known`: the project's list has this job already. */
type Added = { outcome: 'added' | 'known'; jobId: string }

/**
 * Adds a job that was started elsewhere, by the id that IMS gave. IMS is asked once, so that only what exists is
 * added, and how it stands is known at once; the watcher goes on with the session of the one who added it. What was
 * asked for is not known, and never will be.
 * @throws CloudError when IMS does not know it, or gives no answer.
 */
export async function addJob(db: Store, session: ActiveSession, imsJobId: string): Promise<Added> {
  const known = await findJobIdByImsJob(db, session.project.id, imsJobId)
  if (known) return { outcome: 'known', jobId: known }
  const { value, status, requestId, raw } = await readImsJob(session.ims, imsJobId)
  const now = Date.now()
  const begun = Date.parse(value.begin_time ?? '')
  const startedAt = Number.isNaN(begun) ? now : Math.min(begun, now)
  const id = idOf(session, imsJobId)
  return db.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('job')
      .values({
        id,
        project_id: session.project.id,
        region_id: session.regionId,
        user_id: session.user.id,
        user_name: session.user.name,
        state: 'queued',
        version: 1,
        kind: 'unknown',
        image_name: '',
        request: 'null',
        file: null,
        search_text: searchText('', null),
        ims_job_id: imsJobId,
        submitted_at: startedAt,
        sent_at: startedAt,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return { outcome: 'known', jobId: id }
    const job = await findJob(transaction, id)
    if (job)
      await advance(transaction, job, {
        ...afterJobAnswer(job, value, now),
        lastCheckedAt: now,
        lastAnswer: { at: now, httpStatus: status, requestId, body: raw },
      })
    return { outcome: 'added', jobId: id }
  })
}

/** The same for the same job, so that two people who add it at once add it once. A UUID of version 8 (RFC 9562, 5.8). */
function idOf({ regionId, project }: ActiveSession, imsJobId: string): string {
  const hash = createHash('sha256').update(`${regionId} ${project.id} ${imsJobId}`).digest('hex')
  return hash.replace(
    /^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/,
    (_, a: string, b: string, c: string, d: string, e: string) => `${a}-${b}-8${c}-8${d}-${e}`,
  )
}
