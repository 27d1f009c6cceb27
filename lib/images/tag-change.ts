/** What became of an image's tags between two looks, key by key: tags as IMS lists them, `key=value` or `key`. */
import { tagKey } from './edit.ts'

export type TagChange = {
  /** New keys, and keys with another value. */
  set: { key: string; value: string }[]
  /** Keys. */
  remove: string[]
}

const byKey = (tags: readonly string[]) => new Map(tags.map((tag) => [tagKey(tag), tag]))

const valueIn = (tag: string) => tag.slice(tagKey(tag).length + 1)

export function tagChange(from: readonly string[], to: readonly string[]): TagChange {
  const before = byKey(from)
  const after = byKey(to)
  return {
    set: [...after]
      .filter(([key, tag]) => before.get(key) !== tag)
      .map(([key, tag]) => ({ key, value: valueIn(tag) })),
    remove: [...before.keys()].filter((key) => !after.has(key)),
  }
}

/** The tags with a change made, whatever else is among them. */
export function applyTags(tags: readonly string[], { set, remove }: TagChange): string[] {
  const made = byKey(tags)
  for (const key of remove) made.delete(key)
  for (const { key, value } of set) made.set(key, value === '' ? key : `${key}=${value}`)
  return [...made.values()].sort()
}

/** Keys that both the person and someone else changed, to something different. */
export function clashingKeys(
  seen: readonly string[],
  wanted: readonly string[],
  now: readonly string[],
): string[] {
  const [before, after, current] = [byKey(seen), byKey(wanted), byKey(now)]
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) =>
      before.get(key) !== after.get(key) &&
      current.get(key) !== before.get(key) &&
      current.get(key) !== after.get(key),
  )
}
