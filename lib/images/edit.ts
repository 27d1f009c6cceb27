/**
 * What of an image can be changed in place (ims.md 7, 10), as the form holds it and as values. The form's resolver and
 * the server action both read the draft with readEdit.
 */
import * as z from 'zod/mini'
import { FIRMWARE_TYPES } from '../cloud/rules.ts'
import type { Result } from '../result.ts'
import { readMemoryLimit } from './field-rules.ts'
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

type Rule = (text: string) => Result<string, string>

/** What a service takes (lib/images/edit-rules.ts). */
export type EditRules = {
  name: Rule
  description: Rule
  tags: {
    /** A tag as the service lists it, from how people write it. */
    read: Rule
    /** An image has one tag at most of each. */
    keyOf: (tag: string) => string
    max: number
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
  rules: EditRules,
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
    name: read('name', rules.name),
    description: read('description', rules.description),
    tags: readTags(draft.tags, seen.tags, rules.tags, (message) => {
      fields.tags = message
    }),
    minRamMb: read('minRamMb', readMemoryLimit),
    maxRamMb: read('maxRamMb', readMemoryLimit),
    bootMode: draft.bootMode,
    isProtected: draft.isProtected,
  }
  const touched = values.minRamMb !== seen.minRamMb || values.maxRamMb !== seen.maxRamMb
  if (touched && isUpsideDown(values))
    fields.maxRamMb ??= `Enter more than the minimum, ${values.minRamMb}, or leave it empty.`
  return Object.keys(fields).length === 0 ? { ok: true, value: values } : { ok: false, error: fields }
}

export const MEMORY_LIMITS = ['minRamMb', 'maxRamMb'] as const satisfies readonly EditableField[]

/** The most memory is no more than the least. */
export function isUpsideDown({ minRamMb, maxRamMb }: Pick<Editable, 'minRamMb' | 'maxRamMb'>): boolean {
  return minRamMb !== null && maxRamMb !== null && maxRamMb <= minRamMb
}

/** Tags that were there stay as they are; those that come are read by the service's rules. */
function readTags(
  texts: readonly string[],
  seen: readonly string[],
  { read, keyOf, max }: EditRules['tags'],
  refuse: (message: string) => void,
): string[] {
  const tags = texts.map((text) => {
    if (seen.includes(text)) return text
    const parsed = read(text)
    if (parsed.ok) return parsed.value
    refuse(parsed.error)
    return text
  })
  const isGrown = tags.some((tag) => !seen.includes(tag))
  const twice = tags.find((tag, index) => tags.findIndex((each) => keyOf(each) === keyOf(tag)) < index)
  if (isGrown && tags.length > max) refuse(`Use at most ${max} tags.`)
  if (isGrown && twice !== undefined) refuse(`Use each key once. ${keyOf(twice)} is there twice.`)
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

const FIELDS = [
  'name',
  'description',
  'tags',
  'minRamMb',
  'maxRamMb',
  'bootMode',
  'isProtected',
] as const satisfies readonly EditableField[]

/** Fields in which the two differ, of values or of what forms hold. */
export function differences<Values extends Editable | EditDraft>(
  one: Values,
  other: Values,
): EditableField[] {
  return FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
}
