import 'server-only'
import { imageApi } from '../cloud/image-api.ts'
import { changeImage } from '../cloud/images/change.ts'
import { changeImageTags } from '../cloud/images/tags.ts'
import { TAGS_MAX } from '../cloud/rules.ts'
import type { ActiveSession } from '../session/current.ts'
import { type FreshImage, refuseField } from './act.ts'
import type { Acted } from './acting.ts'
import { applyTags } from './tag-change.ts'
import { parseTags } from './tags.ts'

/**
 * Adds tags to those an image has; a key that is there gets the new value.
 *
 * @param texts as written: `key=value`, `key.value` or `key`
 */
export async function addTags(
  session: ActiveSession,
  { wire }: FreshImage,
  texts: readonly string[],
): Promise<Acted> {
  const parsed = parseTags(texts)
  if (!parsed.ok) return refuseField('tags', parsed.error)
  if (parsed.value.length === 0) return refuseField('tags', 'Enter a tag.')
  const set = parsed.value.map(({ key, value }) => ({ key, value: value ?? '' }))
  const had = wire.tags ?? []
  const tags = applyTags(had, { set, remove: [] })
  if (tags.length > TAGS_MAX)
    return refuseField('tags', `It has ${had.length} tags already; an image has at most ${TAGS_MAX}.`)
  const api = await imageApi(session.ims)
  if (api === 'ims') await changeImageTags(session.ims, wire.id, { set, remove: [] })
  else await changeImage(session.ims, api, wire, { tags })
  return { ok: true, value: null }
}
