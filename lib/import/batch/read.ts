import 'server-only'
import * as z from 'zod/mini'
import { LIST_POLL_MS } from '../../jobs/pace.ts'
import { fromRow } from '../../jobs/rows.ts'
import { isTerminal } from '../../jobs/states.ts'
import { summarised, toJobSummary } from '../../jobs/to-view.ts'
import { placeInQueue } from '../../jobs/turns.ts'
import type { ActiveSession } from '../../session/current.ts'
import type { Store } from '../../store/store.ts'
import type { BatchView } from './view.ts'

/** Rows that were mended and sent later belong to the same batch, so that there may be more than fit one table. */
const JOBS_MAX = 1_000

const batchId = z.uuid()

/** Null where the session's project has no such batch, or the id is none. */
export async function readBatch(
  db: Store,
  session: Pick<ActiveSession, 'project'>,
  id: string,
): Promise<BatchView | null> {
  if (!z.safeParse(batchId, id).success) return null
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('batch_id', '=', id)
    .where('project_id', '=', session.project.id)
    .orderBy('submitted_at')
    .orderBy('id')
    .limit(JOBS_MAX)
    .execute()
  const jobs = rows.map(fromRow)
  if (jobs.length === 0) return null
  const firstWaiting = jobs.find(({ state }) => state === 'waiting')
  const place = firstWaiting ? await placeInQueue(db, firstWaiting, Date.now()) : null
  return {
    jobs: jobs.map((job) => toJobSummary(summarised(job))),
    waitingBefore: place?.before ?? null,
    pollAfterMs: jobs.some(({ state }) => !isTerminal(state)) ? LIST_POLL_MS : null,
  }
}
