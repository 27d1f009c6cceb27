import 'server-only'
import { findLiveSession, type Session } from '../session/rows.ts'
import type { Store } from '../store/store.ts'

/**
 * Imports this user left running in this project are watched again, beginning at once: the next check takes them
 * out of `paused` by what IMS says.
 */
export async function resumeJobsOf(db: Store, session: Session): Promise<void> {
  if (!session.project) return
  await db
    .updateTable('job')
    .set({ next_check_at: Date.now() })
    .where('user_id', '=', session.user.id)
    .where('project_id', '=', session.project.id)
    .where('region_id', '=', session.regionId)
    .where('state', '=', 'paused')
    .execute()
}

/** After a sign-out, or a move to another project: unless another session of the user can watch them, its imports pause. */
export async function pauseJobsOf(db: Store, session: Session): Promise<void> {
  if (!session.project) return
  const owner = { userId: session.user.id, projectId: session.project.id, regionId: session.regionId }
  if (await findLiveSession(db, owner, Date.now())) return
  await db
    .updateTable('job')
    .set((eb) => ({ state: 'paused', next_check_at: null, version: eb('version', '+', 1) }))
    .where('user_id', '=', owner.userId)
    .where('project_id', '=', owner.projectId)
    .where('region_id', '=', owner.regionId)
    .where('state', 'in', ['queued', 'running'])
    .execute()
}
