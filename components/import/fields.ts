/** Which fields the form shows, in the order they stand in, and where to find them in the document. */
import { IMPORT_FIELDS } from '@/lib/cloud/explained-error'
import { EMPTY_DRAFT, type ImportDraft } from '@/lib/import/draft'
import { FOUND_FIELDS, type FoundField } from '@/lib/import/found-in-file'

export type FieldName = keyof ImportDraft

export const fieldId = (name: FieldName) => `field-${name}`
export const labelId = (name: FieldName) => `field-${name}-label`
export const extraId = (name: FieldName) => `field-${name}-extra`
export const markId = (name: FieldName) => `field-${name}-mark`
export const helpId = (name: FieldName) => `field-${name}-help`
export const noteId = (name: FieldName) => `field-${name}-note`
export const findingId = (name: FieldName) => `field-${name}-finding`
export const messageId = (name: FieldName) => `field-${name}-message`

const ADVANCED: readonly FieldName[] = IMPORT_FIELDS.slice(IMPORT_FIELDS.indexOf('madeFor'))

export const isAdvanced = (name: FieldName) => ADVANCED.includes(name)

const NOT_FOR_DATA_DISKS: readonly FieldName[] = [
  'osVersion',
  'bootMode',
  'automaticConfiguration',
  'madeFor',
  'architecture',
  'minRamMb',
  'maxRamMb',
  'initialConfigurationDone',
]
const NOT_FOR_SYSTEM_DISKS: readonly FieldName[] = ['osType']
/** Of those for system disks (ims.md 3). */
const NOT_WITH_QUICK_IMPORT: readonly FieldName[] = [
  'automaticConfiguration',
  'minRamMb',
  'maxRamMb',
  'initialConfigurationDone',
]

/** What the chosen call takes (ims.md 1 to 3); the rest keeps its value and is neither shown nor sent. */
export function visibleFields({
  kind,
  quickImport,
}: Pick<ImportDraft, 'kind' | 'quickImport'>): readonly FieldName[] {
  const hidden = kind === 'data' ? NOT_FOR_DATA_DISKS : NOT_FOR_SYSTEM_DISKS
  return IMPORT_FIELDS.filter(
    (name) => !hidden.includes(name) && !(quickImport && NOT_WITH_QUICK_IMPORT.includes(name)),
  )
}

export const isFieldName = (key: string): key is FieldName => key in EMPTY_DRAFT

export const isFoundField = (name: string): name is FoundField => FOUND_FIELDS.some((found) => found === name)

/** Ids of what stands around a control. The message comes first, since it says what to do now. */
export function describedBy(
  name: FieldName,
  parts: {
    extra?: unknown
    help?: unknown
    note?: unknown
    finding?: unknown
    message?: unknown
    mark?: unknown
  },
): string | undefined {
  const ids = [
    parts.message ? messageId(name) : null,
    parts.extra ? extraId(name) : null,
    parts.help ? helpId(name) : null,
    parts.note ? noteId(name) : null,
    parts.finding ? findingId(name) : null,
    parts.mark ? markId(name) : null,
  ].filter((id) => id !== null)
  return ids.length > 0 ? ids.join(' ') : undefined
}
