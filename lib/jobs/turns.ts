import 'server-only'
import type { JobRequest } from '../cloud/job-request.ts'
import { IMPORTS_AT_ONCE } from '../cloud/rules.ts'
import type { Store } from '../store/store.ts'
import { LONGEST_WAIT_MS } from './claims.ts'
import { fromRow, type Job } from './rows.ts'
import type { JobView } from './view.ts'

/** An import whose turn has come to be sent. */
export type Turn = Job & { state: 'waiting'; request: JobRequest }

/**
 * An import that nobody watches (paused, or its answer lost) is counted among the running ones for so long after it
 * was sent; by then it has ended, or never begun (imports take 20 to 60 minutes).
 */
const UNWATCHED_COUNTS_MS = 2 * 3_600_000

/**
 * The imports to send now: of each project as many as IMS has room for, the longest waiting first. A project in which
 * IMS has just had too much to do rests until the time that was noted with the one it refused.
 *
 * @param limit of all together
 */
export async function listTurns(db: Store, now: number, limit: number): Promise<Turn[]> {
  if (limit <= 0) return []
  const projects = await db
    .selectFrom('job')
    .select(['project_id', 'region_id'])
    .select((eb) => eb.fn.max('next_check_at').as('rests_until'))
    .where('state', '=', 'waiting')
    .groupBy(['project_id', 'region_id'])
    .execute()
  const turns: Turn[] = []
  for (const { project_id: projectId, region_id: regionId, rests_until: restsUntil } of projects) {
    if (restsUntil !== null && restsUntil > now && restsUntil <= now + LONGEST_WAIT_MS) continue
    const room = IMPORTS_AT_ONCE - (await countRunning(db, { projectId, regionId }, now))
    const take = Math.min(room, limit - turns.length)
    if (take <= 0) continue
    const rows = await db
      .selectFrom('job')
      .selectAll()
      .where('state', '=', 'waiting')
      .where('project_id', '=', projectId)
      .where('region_id', '=', regionId)
      .orderBy('submitted_at')
      .orderBy('id')
      .limit(take)
      .execute()
    for (const job of rows.map(fromRow)) if (isWaiting(job)) turns.push(job)
  }
  return turns
}

const isWaiting = (job: Job): job is Turn => job.state === 'waiting' && job.request !== null

/** Imports that IMS counts by now, as far as this console knows: those of other tools it cannot. */
async function countRunning(
  db: Store,
  { projectId, regionId }: Pick<Job, 'projectId' | 'regionId'>,
  now: number,
): Promise<number> {
  const { running } = await db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('running'))
    .where('project_id', '=', projectId)
    .where('region_id', '=', regionId)
    // IMS counts what makes images (ims.md 14); that it leaves exports out is inferred.
    .where('kind', '!=', 'export')
    .where('sent_at', 'is not', null)
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['submitting', 'queued', 'running']),
        eb.and([eb('state', 'in', ['paused', 'unconfirmed']), eb('sent_at', '>', now - UNWATCHED_COUNTS_MS)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return running
}

/** Where an import stands that waits. */
export async function placeInQueue(
  db: Store,
  job: Pick<Job, 'id' | 'projectId' | 'regionId' | 'submittedAt'>,
  now: number,
): Promise<NonNullable<JobView['place']>> {
  const { before } = await db
    .selectFrom('job')
    .select((eb) => eb.fn.countAll<number>().as('before'))
    .where('state', '=', 'waiting')
    .where('project_id', '=', job.projectId)
    .where('region_id', '=', job.regionId)
    .where((eb) =>
      eb.or([
        eb('submitted_at', '<', job.submittedAt),
        eb.and([eb('submitted_at', '=', job.submittedAt), eb('id', '<', job.id)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return { running: await countRunning(db, job, now), before }
}
