import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import type { Store } from '../store/store.ts'
import { findJobOfProject, insertJob, type NewJob } from './rows.ts'

/**
 * Writes a job down, flushed, before anything is sent for it.
 *
 * @param along is kept with it, in the same transaction
 * @returns `new`; `same` when this id came before with the same request; `id-taken` when it came with another one, or
 *   in another project
 */
export async function keepJobOnce(
  db: Store,
  job: NewJob,
  along?: (transaction: Store) => Promise<void>,
): Promise<'new' | 'same' | 'id-taken'> {
  const isNew = await db.transaction().execute(async (transaction) => {
    const inserted = await insertJob(transaction, job)
    if (inserted) await along?.(transaction)
    return inserted
  })
  if (isNew) return 'new'
  const kept = await findJobOfProject(db, job.projectId, job.id)
  return kept && isDeepStrictEqual(kept.request, job.request) ? 'same' : 'id-taken'
}
