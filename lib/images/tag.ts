import 'server-only'
import { imageApi } from '../cloud/image-api.ts'
import { changeImage } from '../cloud/images/change.ts'
import { setImageTags } from '../cloud/images/tags.ts'
import type { ActiveSession } from '../session/current.ts'
import { type FreshImage, refuseField } from './act.ts'
import type { Acted } from './acting.ts'
import { EDIT_RULES, readTagList } from './edit-rules.ts'
import { applyTags, tagChange } from './tag-change.ts'

/**
 * Adds tags to those an image has; at IMS a key that is there gets the new value.
 *
 * @param texts as written: for IMS `key=value`, `key.value` or `key`, for Glance any words
 */
export async function addTags(
  session: ActiveSession,
  { wire }: FreshImage,
  texts: readonly string[],
): Promise<Acted> {
  const api = await imageApi(session.ims)
  const parsed = readTagList(texts, api)
  if (!parsed.ok) return refuseField('tags', parsed.error)
  const { set } = tagChange([], parsed.value, api)
  const had = wire.tags ?? []
  const tags = applyTags(had, { set, remove: [] }, api)
  const { max } = EDIT_RULES[api].tags
  if (tags.length > max)
    return refuseField('tags', `It has ${had.length} tags already; an image has at most ${max}.`)
  if (api === 'ims') await setImageTags(session.ims, wire.id, set)
  else await changeImage(session.ims, api, wire, { tags })
  return { ok: true, value: null }
}
