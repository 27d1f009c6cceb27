import 'server-only'
import * as z from 'zod/mini'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type BootTrial, bootTrial, type ImageSummary } from './view.ts'

/** What the project last said of an image; null where nobody has said anything. */
export async function readBootTrial(
  db: Store,
  projectId: string,
  imageId: string,
): Promise<BootTrial | null> {
  const row = await db
    .selectFrom('boot_trial')
    .select(['boots', 'boot_mode', 'user_name', 'at'])
    .where('project_id', '=', projectId)
    .where('image_id', '=', imageId)
    .executeTakeFirst()
  return row
    ? z.parse(bootTrial, {
        boots: row.boots === 1,
        bootMode: row.boot_mode,
        by: row.user_name,
        at: row.at,
      })
    : null
}

/**
 * Keeps what a person saw of the first server, in place of what was said before.
 * @param boots null takes back what was said
 */
export async function recordBootTrial(
  db: Store,
  { project, user }: Pick<ActiveSession, 'project' | 'user'>,
  { id: imageId, bootMode }: Pick<ImageSummary, 'id' | 'bootMode'>,
  boots: boolean | null,
): Promise<BootTrial | null> {
  if (boots === null) {
    await db
      .deleteFrom('boot_trial')
      .where('project_id', '=', project.id)
      .where('image_id', '=', imageId)
      .execute()
    return null
  }
  const trial = { boots, bootMode, by: user.name, at: Date.now() }
  const said = { boots: boots ? 1 : 0, boot_mode: bootMode, user_name: trial.by, at: trial.at }
  await db
    .insertInto('boot_trial')
    .values({ project_id: project.id, image_id: imageId, ...said })
    .onConflict((conflict) => conflict.columns(['project_id', 'image_id']).doUpdateSet(said))
    .execute()
  return trial
}
