/**
 * What of an image can be changed in place (ims.md 7, 10), as the form holds it and as values. The form's resolver and
 * the server action both read the draft with readEdit.
 */
import * as z from 'zod/mini'
import { FIRMWARE_TYPES, TAGS_MAX } from '../cloud/rules.ts'
import type { Result } from '../result.ts'
import { readDescription, readImageName, readMemoryLimit } from './field-rules.ts'
import { parseTag } from './tags.ts'
import type { ImageView } from './view.ts'

export const editable = z.object({
  name: z.string(),
  description: z.string(),
  /** `key=value` or `key`, sorted: the order of tags says nothing. */
  tags: z.array(z.string()),
  /** MB; null is no limit. */
  minRamMb: z.nullable(z.number()),
  maxRamMb: z.nullable(z.number()),
  /** Null where the image has none, as a data disk: it is left alone. */
  bootMode: z.nullable(z.enum(FIRMWARE_TYPES)),
  /** Null where it is not known: it is left alone. */
  isProtected: z.nullable(z.boolean()),
})
export type Editable = z.infer<typeof editable>
export type EditableField = keyof Editable

/** The form's values, as the screen holds them. */
export const editDraft = z.object({
  name: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  minRamMb: z.string(),
  maxRamMb: z.string(),
  bootMode: z.nullable(z.enum(FIRMWARE_TYPES)),
  isProtected: z.nullable(z.boolean()),
})
export type EditDraft = z.infer<typeof editDraft>

export function editableOf(image: ImageView): Editable {
  return {
    name: image.name ?? '',
    description: image.description ?? '',
    tags: [...image.tags].sort(),
    minRamMb: image.minRamMb,
    maxRamMb: image.maxRamMb,
    bootMode: image.bootMode,
    isProtected: image.isProtected,
  }
}

export function draftOf(values: Editable): EditDraft {
  return {
    ...values,
    minRamMb: values.minRamMb?.toString() ?? '',
    maxRamMb: values.maxRamMb?.toString() ?? '',
  }
}

/**
 * The values of a draft. Fields that say what they said before are not judged: an image made by other tools may have a
 * name or tags that IMS would refuse today, and that is no reason to refuse another change.
 *
 * @param seen what the form began with
 * @returns a sentence for each field that has to change first
 */
export function readEdit(
  draft: EditDraft,
  seen: Editable,
): Result<Editable, Partial<Record<EditableField, string>>> {
  const fields: Partial<Record<EditableField, string>> = {}
  const begun = draftOf(seen)
  const read = <F extends 'name' | 'description' | 'minRamMb' | 'maxRamMb'>(
    field: F,
    rule: (text: string) => Result<Editable[F], string>,
  ): Editable[F] => {
    if (draft[field] === begun[field]) return seen[field]
    const value = rule(draft[field])
    if (value.ok) return value.value
    fields[field] = value.error
    return seen[field]
  }
  const values: Editable = {
    name: read('name', readImageName),
    description: read('description', readDescription),
    tags: readTags(draft.tags, seen.tags, (message) => {
      fields.tags = message
    }),
    minRamMb: read('minRamMb', readMemoryLimit),
    maxRamMb: read('maxRamMb', readMemoryLimit),
    bootMode: draft.bootMode,
    isProtected: draft.isProtected,
  }
  const { minRamMb, maxRamMb } = values
  const touched = minRamMb !== seen.minRamMb || maxRamMb !== seen.maxRamMb
  if (touched && minRamMb !== null && maxRamMb !== null && maxRamMb <= minRamMb)
    fields.maxRamMb ??= `Enter more than the minimum, ${minRamMb}, or leave it empty.`
  return Object.keys(fields).length === 0 ? { ok: true, value: values } : { ok: false, error: fields }
}

/** Tags that were there stay as they are; those that come are read by the rules of the import form. */
function readTags(
  texts: readonly string[],
  seen: readonly string[],
  refuse: (message: string) => void,
): string[] {
  const tags = texts.map((text) => {
    if (seen.includes(text)) return text
    const parsed = parseTag(text)
    if (parsed.ok) return wireTag(parsed.value)
    refuse(parsed.error)
    return text
  })
  const isGrown = tags.some((tag) => !seen.includes(tag))
  const twice = tags.find((tag, index) => tags.findIndex((each) => tagKey(each) === tagKey(tag)) < index)
  if (isGrown && tags.length > TAGS_MAX) refuse(`Use at most ${TAGS_MAX} tags.`)
  if (isGrown && twice !== undefined) refuse(`Use each key once. ${tagKey(twice)} is there twice.`)
  return tags.sort()
}

/** The key of a tag as IMS lists it. */
export function tagKey(tag: string): string {
  return tag.split('=', 1)[0] ?? tag
}

/** A tag as IMS lists it, with an equals sign (ims.md 5). */
export function wireTag({ key, value }: { key: string; value: string | null }): string {
  return value === null || value === '' ? key : `${key}=${value}`
}

/** Fields in which the two differ. */
export function differences(one: Editable, other: Editable): EditableField[] {
  const fields: EditableField[] = [
    'name',
    'description',
    'tags',
    'minRamMb',
    'maxRamMb',
    'bootMode',
    'isProtected',
  ]
  return fields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
}
