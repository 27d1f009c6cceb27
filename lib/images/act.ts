import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import { explain } from '../cloud/explain.ts'
import type { Doing } from '../cloud/explanations/rights.ts'
import { byItsName } from '../cloud/image-api.ts'
import { isMissingImage, readImsImage } from '../cloud/ims.ts'
import type { ImsImage } from '../cloud/wire/ims.ts'
import type { ActiveSession } from '../session/current.ts'
import { endSession } from '../session/rows.ts'
import type { Store } from '../store/store.ts'
import type { Acted, ActingProblem } from './acting.ts'

/** An image as it is just before it is changed. */
export type FreshImage = { wire: ImsImage; raw: unknown; readAt: number }

/**
 * Reads an image and changes it. What the cloud refuses becomes a problem for the page; a refused token ends the
 * session.
 *
 * @returns what came of it, and the image's name as far as it was read, for the record
 */
export async function actOn<T>(
  db: Store,
  session: ActiveSession,
  { doing, imageId }: { doing: Doing; imageId: string },
  change: (image: FreshImage) => Promise<Acted<T>>,
): Promise<{ acted: Acted<T>; name: string | null }> {
  let name: string | null = null
  try {
    const { value: wire, raw } = await readImsImage(session.ims, imageId)
    name = wire.name ?? null
    return { acted: await change({ wire, raw, readAt: Date.now() }), name }
  } catch (error) {
    return { acted: { ok: false, error: await problemOf(db, session, doing, error) }, name }
  }
}

/** @throws what is no CloudError: a bug */
export async function problemOf(
  db: Store,
  session: ActiveSession,
  doing: Doing,
  error: unknown,
): Promise<ActingProblem> {
  if (!(error instanceof CloudError)) throw error
  if (error.tokenRefused) {
    await endSession(db, session.id)
    return { reason: 'session-ended' }
  }
  if (isMissingImage(error)) return { reason: 'gone' }
  const explained = explain(byItsName(error, session.ims), Date.now(), doing)
  if (!error.leavesUnknown) return { reason: 'not-done', error: explained }
  const title = `${explained.title}, so it is not known whether it was done`
  return { reason: 'not-done', error: { ...explained, title }, isUnknown: true }
}

export const refuseField = (field: string, message: string): { ok: false; error: ActingProblem } => ({
  ok: false,
  error: { reason: 'fields', fields: { [field]: message } },
})
