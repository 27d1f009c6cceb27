/** Which fields the form shows, in the order they stand in, and where to find them in the document. */
import { EMPTY_DRAFT, type ImportDraft } from '@/lib/import/draft'

export type FieldName = keyof ImportDraft

export const fieldId = (name: FieldName) => `field-${name}`
export const labelId = (name: FieldName) => `field-${name}-label`
export const extraId = (name: FieldName) => `field-${name}-extra`
export const markId = (name: FieldName) => `field-${name}-mark`
export const helpId = (name: FieldName) => `field-${name}-help`
export const noteId = (name: FieldName) => `field-${name}-note`
export const messageId = (name: FieldName) => `field-${name}-message`

const ADVANCED: readonly FieldName[] = [
  'osType',
  'madeFor',
  'architecture',
  'minRamMb',
  'maxRamMb',
  'initialConfigurationDone',
  'kmsKeyId',
  'quickImport',
  'enterpriseProjectId',
]

export const isAdvanced = (name: FieldName) => ADVANCED.includes(name)

const DATA_DISK: readonly FieldName[] = [
  'kind',
  'imageFile',
  'imageName',
  'description',
  'tags',
  'minDiskGb',
  'osType',
  'kmsKeyId',
  'quickImport',
  'enterpriseProjectId',
]

const SYSTEM_DISK: readonly FieldName[] = [
  'kind',
  'imageFile',
  'imageName',
  'osVersion',
  'description',
  'tags',
  'minDiskGb',
  'bootMode',
  'automaticConfiguration',
  'madeFor',
  'architecture',
  'minRamMb',
  'maxRamMb',
  'initialConfigurationDone',
  'kmsKeyId',
  'quickImport',
  'enterpriseProjectId',
]

/** Quick import takes none of these (ims.md 3). */
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
  if (kind === 'data') return DATA_DISK
  return quickImport ? SYSTEM_DISK.filter((name) => !NOT_WITH_QUICK_IMPORT.includes(name)) : SYSTEM_DISK
}

export const isFieldName = (key: string): key is FieldName => key in EMPTY_DRAFT

/** Ids of what stands around a control. The message comes first, since it says what to do now. */
export function describedBy(
  name: FieldName,
  parts: { extra?: unknown; help?: unknown; note?: unknown; message?: unknown; mark?: unknown },
): string | undefined {
  const ids = [
    parts.message ? messageId(name) : null,
    parts.extra ? extraId(name) : null,
    parts.help ? helpId(name) : null,
    parts.note ? noteId(name) : null,
    parts.mark ? markId(name) : null,
  ].filter((id) => id !== null)
  return ids.length > 0 ? ids.join(' ') : undefined
}
