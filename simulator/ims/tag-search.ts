import * as z from 'zod/mini'
import type { ImageRecord } from '../records.ts'
import type { World } from '../world.ts'
import { selectImages } from './image-list.ts'
import { standingOf } from './images.ts'
import { bodyOf } from './json-body.ts'
import { type Result, refuse } from './refusal.ts'
import { tagsOf } from './tags.ts'
import type { Caller } from './token-check.ts'

/** At most 10 keys with 10 values each (ims.md 10). */
const conditions = z.optional(
  z
    .array(
      z.object({ key: z.string().check(z.minLength(1)), values: z.array(z.string()).check(z.maxLength(10)) }),
    )
    .check(z.maxLength(10)),
)
const request = z.object({
  action: z.enum(['filter', 'count']),
  tags: conditions,
  tags_any: conditions,
  not_tags: conditions,
  not_tags_any: conditions,
  without_any_tag: z.optional(z.boolean()),
  matches: z.optional(
    z.array(z.object({ key: z.enum(['resource_name', 'resource_id']), value: z.string() })),
  ),
  /** Text, as everywhere in this call (ims.md 10). */
  limit: z.optional(z.string()),
  offset: z.optional(z.string()),
})
type TagSearch = z.infer<typeof request>
type Condition = { key: string; values: string[] }

const LIMIT = { default: 10, max: 1000 }

/**
 * `POST /v2/{project_id}/images/resource_instances/action` (ims.md 10): the project's own images by tags and by a
 * part of the name, newest first, with their number; `count` gives the number alone.
 */
export function searchByTags(world: World, caller: Caller, text: string): Result<Record<string, unknown>> {
  const body = bodyOf(
    text,
    request,
    '{"action": "filter"|"count", and filters, with limit and offset as text}',
  )
  if (!body.ok) return body
  const search = body.value
  const limit = numberOf(search.limit, LIMIT.default)
  const offset = numberOf(search.offset, 0)
  if (limit === undefined || limit < 1 || limit > LIMIT.max) {
    return refuse('IMG.0001', `limit is text of a number, 1 to ${LIMIT.max}.`)
  }
  if (offset === undefined) return refuse('IMG.0001', 'offset is text of a number, 0 or more.')
  const keys = [search.tags, search.tags_any, search.not_tags, search.not_tags_any].map(
    (each) => each?.map((condition) => condition.key) ?? [],
  )
  if (keys.some((each) => new Set(each).size < each.length)) {
    return refuse('IMG.0115', 'A key stands twice in one filter.')
  }
  const own = selectImages(world, caller.project, new URLSearchParams({ owner: caller.project.id }))
  if (!own.ok) return own
  const found = own.value.filter((image) => fits(image, search))
  if (search.action === 'count') return { ok: true, value: { total_count: found.length } }
  const now = world.clock.now()
  const resources = found.slice(offset, offset + limit).map((image) => ({
    resource_id: image.id,
    resource_name: image.properties.name,
    resource_detail: { status: standingOf(world, image, now)?.status },
    tags: tagsOf(image).map(({ key, value = '' }) => ({ key, value })),
  }))
  return { ok: true, value: { total_count: found.length, resources } }
}

function numberOf(text: string | undefined, fallback: number): number | undefined {
  if (text === undefined) return fallback
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function fits(image: ImageRecord, search: TagSearch): boolean {
  const tags = tagsOf(image)
  const has = ({ key, values }: Condition) =>
    tags.some((tag) => tag.key === key && (values.length === 0 || values.includes(tag.value ?? '')))
  const { tags: all, tags_any, not_tags, not_tags_any, without_any_tag, matches } = search
  // Without any tag makes the other tag filters void, as they could only contradict it.
  const byTags =
    without_any_tag === true
      ? tags.length === 0
      : (all ?? []).every(has) &&
        (!tags_any?.length || tags_any.some(has)) &&
        (!not_tags?.length || !not_tags.every(has)) &&
        !(not_tags_any ?? []).some(has)
  const name = String(image.properties.name).toLowerCase()
  return (
    byTags &&
    (matches ?? []).every(({ key, value }) =>
      key === 'resource_id' ? image.id === value : name.includes(value.toLowerCase()),
    )
  )
}
