/** A change of tags as plain Glance has it. */
import { wireTag } from '../edit.ts'
import type { TagChange } from '../tag-change.ts'

export type WholeTags = { gone: string[]; added: string[] }

/**
 * Whole tags that go and come: Glance knows no keys.
 *
 * @param tags those that the image has
 * @param change of an image of Glance
 */
export function wholeTags(tags: readonly string[], { set, remove }: TagChange): WholeTags {
  const wanted = set.map(wireTag)
  return {
    gone: remove.filter((tag) => tags.includes(tag)),
    added: wanted.filter((tag) => !tags.includes(tag)),
  }
}
