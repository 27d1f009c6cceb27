import 'server-only'
import { removeImage as removeAtCloud } from '../cloud/images/remove.ts'
import type { ActiveSession } from '../session/current.ts'
import type { FreshImage } from './act.ts'
import type { Acted } from './acting.ts'

/** Deletes an image for good. Servers made from it and the file it came from stay (ims.md 8). */
export async function removeImage(session: ActiveSession, { wire }: FreshImage): Promise<Acted> {
  await removeAtCloud(session.ims, wire.id)
  return { ok: true, value: null }
}
