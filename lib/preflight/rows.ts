import 'server-only'
import * as z from 'zod/mini'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type PreflightView, preflightView } from './view.ts'

/** Facts nobody asked for again go after a month. */
const KEPT_MS = 30 * 24 * 3_600_000

type File = { bucket: string; key: string }
type Owner = Pick<ActiveSession, 'regionId' | 'project' | 'user'>

export type LastLook = {
  view: PreflightView
  /** When bucket and object were looked at, epoch milliseconds. */
  checkedAt: number
}

/**
 * What this person last saw of the file in this project; null when nothing was kept, or by a version of Slipway
 * whose facts have another form. Each person has their own: what one may read, another may not.
 */
export async function findLastLook(db: Store, owner: Owner, file: File): Promise<LastLook | null> {
  const row = await db
    .selectFrom('inspection')
    .select(['view', 'checked_at'])
    .where('region_id', '=', owner.regionId)
    .where('project_id', '=', owner.project.id)
    .where('user_id', '=', owner.user.id)
    .where('bucket', '=', file.bucket)
    .where('object_key', '=', file.key)
    .executeTakeFirst()
  if (!row) return null
  const parsed = z.safeParse(preflightView, JSON.parse(row.view))
  return parsed.success ? { view: parsed.data, checkedAt: row.checked_at } : null
}

/** Keeps what was seen in place of what was seen before, and lets go of what is old. */
export async function keepLook(
  db: Store,
  owner: Owner,
  view: PreflightView,
  checkedAt: number,
): Promise<void> {
  const seen = { view: JSON.stringify(view), checked_at: checkedAt }
  const key = ['region_id', 'project_id', 'user_id', 'bucket', 'object_key'] as const
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto('inspection')
      .values({
        region_id: owner.regionId,
        project_id: owner.project.id,
        user_id: owner.user.id,
        bucket: view.file.bucket,
        object_key: view.file.key,
        ...seen,
      })
      .onConflict((conflict) => conflict.columns([...key]).doUpdateSet(seen))
      .execute()
    await transaction
      .deleteFrom('inspection')
      .where('checked_at', '<', checkedAt - KEPT_MS)
      .execute()
  })
}
