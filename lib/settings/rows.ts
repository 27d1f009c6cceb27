import 'server-only'
import * as z from 'zod/mini'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type ImportDefaults, importDefaults, NO_DEFAULTS } from './import-defaults.ts'

/** The session's person in the session's project; what an older version kept and this one cannot read counts as none. */
export async function readImportDefaults(db: Store, session: ActiveSession): Promise<ImportDefaults> {
  const row = await db
    .selectFrom('import_defaults')
    .select('defaults')
    .where('region_id', '=', session.regionId)
    .where('project_id', '=', session.project.id)
    .where('user_id', '=', session.user.id)
    .executeTakeFirst()
  const parsed = row && z.safeParse(importDefaults, JSON.parse(row.defaults))
  return parsed?.success ? parsed.data : NO_DEFAULTS
}

export async function writeImportDefaults(
  db: Store,
  session: ActiveSession,
  defaults: ImportDefaults,
): Promise<void> {
  const kept = { defaults: JSON.stringify(defaults) }
  const key = { region_id: session.regionId, project_id: session.project.id, user_id: session.user.id }
  await db
    .insertInto('import_defaults')
    .values({ ...key, ...kept })
    .onConflict((conflict) => conflict.columns(['region_id', 'project_id', 'user_id']).doUpdateSet(kept))
    .execute()
}
