import * as z from 'zod/mini'
import type { ImageRecord } from '../records.ts'
import type { World } from '../world.ts'
import { findOwnImage } from './find-image.ts'
import { selectImages } from './image-list.ts'
import { changeImage } from './images.ts'
import { bodyOf } from './json-body.ts'
import { type Result, refuse } from './refusal.ts'
import { checkedTag, dottedTag, shownTag, type Tag, tagsOf, withTags } from './tags.ts'
import type { Caller } from './token-check.ts'

const keyAndValue = z.object({ key: z.string(), value: z.string() })
const putRequest = z.object({
  image_id: z.string(),
  tag: z.optional(z.string()),
  image_tag: z.optional(keyAndValue),
})

/** `PUT /v1/cloudimages/tags` (ims.md 10): adds one tag or overwrites the one of its key. */
export function putTag(world: World, caller: Caller, text: string): Result<undefined> {
  const body = bodyOf(text, putRequest, '{"image_id", and "tag" or "image_tag"}')
  if (!body.ok) return body
  const { image_id, tag, image_tag } = body.value
  if ((tag === undefined) === (image_tag === undefined)) {
    return refuse('IMG.0115', 'Give one of tag and image_tag.')
  }
  const dotted = tag === undefined ? undefined : dottedTag(tag)
  if (image_tag !== undefined) {
    const checked = checkedTag(image_tag.key, image_tag.value)
    return checked.ok ? addTags(world, caller, image_id, [checked.value]) : checked
  }
  if (!dotted) return refuse('IMG.0115', 'tag must be key.value or key.')
  return addTags(world, caller, image_id, [dotted])
}

/** Adds tags to one's own image, each overwriting the one of its key. */
export function addTags(world: World, caller: Caller, id: string, added: readonly Tag[]): Result<undefined> {
  const found = findOwnImage(world, caller, id)
  if (!found.ok) return found
  const { image } = found.value
  const tags = withTags(tagsOf(image), added)
  if (!tags.ok) return tags
  setTags(world, image, tags.value)
  return { ok: true, value: undefined }
}

/** Deletes the tags that fit and tells how many there were; of a tag without value every value fits. */
export function deleteTags(
  world: World,
  caller: Caller,
  id: string,
  deleted: readonly Tag[],
): Result<number> {
  const found = findOwnImage(world, caller, id)
  if (!found.ok) return found
  const { image } = found.value
  const before = tagsOf(image)
  const left = before.filter((tag) => !deleted.some((each) => isNamed(tag, each)))
  if (left.length < before.length) setTags(world, image, left)
  return { ok: true, value: before.length - left.length }
}

function isNamed(tag: Tag, named: Tag): boolean {
  return tag.key === named.key && (!named.value || named.value === tag.value)
}

function setTags(world: World, image: ImageRecord, tags: readonly Tag[]): void {
  changeImage(world, image, { ...image.properties, tags: tags.map(shownTag) })
}

/** Different tags of the images that the query selects (ims.md 10), in the order of their text. */
export function listTags(world: World, caller: Caller, query: URLSearchParams): Result<string[]> {
  const selected = selectImages(world, caller.project, query)
  if (!selected.ok) return selected
  const tags = new Set(selected.value.flatMap((image) => tagsOf(image).map(shownTag)))
  return { ok: true, value: [...tags].sort() }
}

/** Keys of all tags of the project's own images, each with its values; of a key alone the value is empty. */
export function projectTags(world: World, caller: Caller): { key: string; values: string[] }[] {
  const values = new Map<string, Set<string>>()
  for (const image of world.images.values()) {
    if (image.owner !== caller.project.id) continue
    for (const { key, value = '' } of tagsOf(image)) {
      values.set(key, (values.get(key) ?? new Set()).add(value))
    }
  }
  return [...values].map(([key, each]) => ({ key, values: [...each] }))
}
