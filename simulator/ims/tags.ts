import type { ImageRecord } from '../records.ts'
import { type Refusal, type Result, refuse } from './refusal.ts'

/** A tag of an image. An image carries it as `key=value`, or as `key` alone (ims.md 5, 10). */
export type Tag = { key: string; value?: string }

const TAGS_MAX = 10
const KEY_MAX = 36
const VALUE_MAX = 43
const DOTTED = /^([A-Za-z0-9_-]{1,36})(?:\.([A-Za-z0-9_-]{0,43}))?$/
/** The alphabet of a part is not documented; this one is inferred (ims.md 14). */
const PART = /^[^=*<>\\,|/\p{Cc}\p{Cf}]*$/u

export function tagsOf(image: ImageRecord): Tag[] {
  const { tags } = image.properties
  return (Array.isArray(tags) ? tags : []).map((text) => storedTag(String(text)))
}

function storedTag(text: string): Tag {
  const at = text.indexOf('=')
  return at < 0 ? { key: text } : { key: text.slice(0, at), value: text.slice(at + 1) }
}

export function shownTag({ key, value }: Tag): string {
  return value === undefined ? key : `${key}=${value}`
}

/** `key.value` or `key`, the form of the older calls (ims.md 14). */
export function dottedTag(text: string): Tag | undefined {
  const [, key, value] = DOTTED.exec(text) ?? []
  if (key === undefined) return undefined
  return value === undefined ? { key } : { key, value }
}

/** Key and value as IMS takes them: blanks at both ends dropped, within length and alphabet; else IMG.0115. */
export function checkedTag(key: string, value: string): Result<Tag> {
  const tag = { key: key.trim(), value: value.trim() }
  const isRight =
    tag.key !== '' &&
    tag.key.length <= KEY_MAX &&
    tag.value.length <= VALUE_MAX &&
    PART.test(tag.key) &&
    PART.test(tag.value)
  if (isRight) return { ok: true, value: tag }
  return refuse(
    'IMG.0115',
    `A tag has a key of 1 to ${KEY_MAX} and a value of at most ${VALUE_MAX} characters.`,
  )
}

/** The tags after adding some, each overwriting the one of its key; IMG.0116 above ten. */
export function withTags(tags: readonly Tag[], added: readonly Tag[]): Result<Tag[]> {
  const byKey = new Map(tags.map((tag) => [tag.key, tag]))
  for (const tag of added) byKey.set(tag.key, tag)
  if (byKey.size > Math.max(TAGS_MAX, tags.length)) return tooMany
  return { ok: true, value: [...byKey.values()] }
}

const tooMany: { ok: false } & Refusal = refuse('IMG.0116', `An image has at most ${TAGS_MAX} tags.`)
