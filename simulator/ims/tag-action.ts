import * as z from 'zod/mini'
import type { World } from '../world.ts'
import { addTags, deleteTags } from './change-tags.ts'
import { bodyOf } from './json-body.ts'
import { type Result, refuse } from './refusal.ts'
import { checkedTag, type Tag } from './tags.ts'
import type { Caller } from './token-check.ts'

const request = z.object({
  action: z.enum(['create', 'delete']),
  tags: z.array(z.object({ key: z.string(), value: z.optional(z.string()) })).check(z.minLength(1)),
})

/** Lengths on deletion, where the characters are not checked (ims.md 10). */
const DELETED_KEY_MAX = 127
const DELETED_VALUE_MAX = 255

/** `POST /v2/{project_id}/images/{image_id}/tags/action` (ims.md 10): several tags at once, all or none. */
export function actOnTags(world: World, caller: Caller, id: string, text: string): Result<undefined> {
  const body = bodyOf(text, request, '{"action": "create"|"delete", "tags": [{"key", "value"}]}')
  if (!body.ok) return body
  const { action, tags } = body.value
  if (new Set(tags.map((tag) => tag.key)).size < tags.length) {
    return refuse('IMG.0115', 'A key stands twice in the request.')
  }
  if (action === 'delete') {
    const isTooLong = tags.some(
      ({ key, value }) => key.length > DELETED_KEY_MAX || (value?.length ?? 0) > DELETED_VALUE_MAX,
    )
    if (isTooLong) return refuse('IMG.0115', 'A key or value is too long.')
    const named = tags.map(({ key, value }): Tag => (value === undefined ? { key } : { key, value }))
    const deleted = deleteTags(world, caller, id, named)
    return deleted.ok ? { ok: true, value: undefined } : deleted
  }
  const checked: Tag[] = []
  for (const { key, value } of tags) {
    if (value === undefined) return refuse('IMG.0115', 'A tag to create needs a value, which may be empty.')
    const tag = checkedTag(key, value)
    if (!tag.ok) return tag
    checked.push(tag.value)
  }
  return addTags(world, caller, id, checked)
}
