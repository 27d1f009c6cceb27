/** Which fields the form shows, in the order they stand in, and where to find them in the document. */
import { IMPORT_FIELDS } from '@/lib/cloud/explained-error'
import { EMPTY_DRAFT, type ImportDraft } from '@/lib/import/draft'
import { FOUND_FIELDS, type FoundField } from '@/lib/import/found-in-file'

export type FieldName = keyof ImportDraft

export const fieldId = (name: FieldName) => `field-${name}`
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
