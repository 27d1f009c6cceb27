/** A change of tags as plain Glance has it. */
import { tagKey, wireTag } from '../edit.ts'
import type { TagChange } from '../tag-change.ts'

export type WholeTags = { gone: string[]; added: string[] }

/**
 * Whole tags that go and come. Glance knows no keys: to it `team=web` and `team=db` are two tags, of which the first
 * would stay if the second were only added.
 *
 * @param tags those that the image has
 */
export function wholeTags(tags: readonly string[], { set, remove }: TagChange): WholeTags {
  const wanted = set.map(wireTag)
  const keys = new Set([...remove, ...set.map(({ key }) => key)])
  return {
    gone: tags.filter((tag) => keys.has(tagKey(tag)) && !wanted.includes(tag)),
    added: wanted.filter((tag) => !tags.includes(tag)),
  }
}
