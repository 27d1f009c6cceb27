/**
 * What became of an image's tags between two looks. IMS's are pairs, listed as `key=value` or `key`, and are told apart
 * by their keys. Glance's are plain words: `role=web` and `role=db` are two of them.
 */
import type { ImageApi } from '../config/image-apis.ts'
import { tagKey } from './edit.ts'

export type TagChange = {
  /** New keys, and keys with another value; of Glance's tags the whole word is the key. */
  set: { key: string; value: string }[]
  /** Keys. */
  remove: string[]
}

const keyIn = (api: ImageApi) => (api === 'ims' ? tagKey : (tag: string) => tag)

const byKey = (tags: readonly string[], api: ImageApi) => new Map(tags.map((tag) => [keyIn(api)(tag), tag]))

const valueAfter = (key: string, tag: string) => tag.slice(key.length + 1)

export function tagChange(from: readonly string[], to: readonly string[], api: ImageApi): TagChange {
  const before = byKey(from, api)
  const after = byKey(to, api)
  return {
    set: [...after]
      .filter(([key, tag]) => before.get(key) !== tag)
      .map(([key, tag]) => ({ key, value: valueAfter(key, tag) })),
    remove: [...before.keys()].filter((key) => !after.has(key)),
  }
}

/** The tags with a change made, whatever else is among them. */
export function applyTags(tags: readonly string[], { set, remove }: TagChange, api: ImageApi): string[] {
  const made = byKey(tags, api)
  for (const key of remove) made.delete(key)
  for (const { key, value } of set) made.set(key, value === '' ? key : `${key}=${value}`)
  return [...made.values()].sort()
}

type Looks = { seen: readonly string[]; wanted: readonly string[]; now: readonly string[] }

/** Keys that both the person and someone else changed, to something different. */
export function clashingKeys({ seen, wanted, now }: Looks, api: ImageApi): string[] {
  const [before, after, current] = [byKey(seen, api), byKey(wanted, api), byKey(now, api)]
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) =>
      before.get(key) !== after.get(key) &&
      current.get(key) !== before.get(key) &&
      current.get(key) !== after.get(key),
  )
}
