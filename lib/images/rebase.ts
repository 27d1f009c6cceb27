/**
 * What a form that is still open says once someone else has changed the image: one's own changes stay, whatever one did
 * not touch follows the image, and tags are joined key by key.
 */
import type { ImageApi } from '../config/image-apis.ts'
import { differences, type Editable, type EditableField, MEMORY_LIMITS } from './edit.ts'
import { applyTags, tagChange } from './tag-change.ts'

/**
 * @param seen what the form began with
 * @param mine what it says
 * @param now what the image says
 */
export function rebase(seen: Editable, mine: Editable, now: Editable, api: ImageApi): Editable {
  const changed = differences(seen, mine)
  const tags = changed.includes('tags')
    ? applyTags(now.tags, tagChange(seen.tags, mine.tags, api), api)
    : now.tags
  return { ...taking(now, mine, changed), tags }
}

/**
 * One's own side of what both changed, to be chosen from. The limits of memory are one pair: beside a limit of somebody
 * else's one's own says nothing, so both are as one's form had them.
 *
 * @param fields those to be chosen from
 */
export function ownSide(
  seen: Editable,
  mine: Editable,
  now: Editable,
  fields: readonly EditableField[],
  api: ImageApi,
): Editable {
  const limits = MEMORY_LIMITS.filter((limit) => fields.includes(limit))
  return taking(rebase(seen, mine, now, api), mine, limits)
}

/** The values, with some of them taken from elsewhere. */
export function taking(values: Editable, from: Editable, fields: readonly EditableField[]): Editable {
  return { ...values, ...Object.fromEntries(fields.map((field) => [field, from[field]])) }
}
