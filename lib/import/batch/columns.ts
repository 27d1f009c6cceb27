/** The columns of a batch: a draft's fields in the documented order, and what their cells may hold. */
import type { Result } from '../../result.ts'
import { EMPTY_DRAFT, type ImportDraft, importDraft } from '../draft.ts'

type Choices<Name extends keyof ImportDraft> = readonly { value: ImportDraft[Name]; label: string }[]

const KINDS: Choices<'kind'> = [
  { value: 'system', label: 'System disk' },
  { value: 'data', label: 'Data disk' },
]
const BOOT_MODES: Choices<'bootMode'> = [
  { value: 'bios', label: 'BIOS' },
  { value: 'uefi', label: 'UEFI' },
]
const MADE_FOR: Choices<'madeFor'> = [
  { value: 'cloud-server', label: 'Cloud server' },
  { value: 'bare-metal-server', label: 'Bare metal server' },
  { value: 'iso-installer', label: 'ISO installer' },
]
const ARCHITECTURES: Choices<'architecture'> = [
  { value: 'x86', label: 'x86' },
  { value: 'arm', label: 'Arm' },
]
const OS_TYPES: Choices<'osType'> = [
  { value: 'Linux', label: 'Linux' },
  { value: 'Windows', label: 'Windows' },
]

export type Column = { field: keyof ImportDraft; label: string } & (
  | { holds: 'text' | 'tick' | 'tags' }
  | { holds: 'choice'; choices: readonly { value: string; label: string }[] }
)

/** Labels are those of the import form. A text without headings has its columns in this order; the last may be missing. */
export const BATCH_COLUMNS: readonly Column[] = [
  { field: 'imageFile', label: 'Image file', holds: 'text' },
  { field: 'imageName', label: 'Image name', holds: 'text' },
  { field: 'minDiskGb', label: 'Minimum disk (GB)', holds: 'text' },
  { field: 'osVersion', label: 'Operating system', holds: 'text' },
  { field: 'description', label: 'Description', holds: 'text' },
  { field: 'tags', label: 'Tags', holds: 'tags' },
  { field: 'kind', label: 'Image type', holds: 'choice', choices: KINDS },
  { field: 'bootMode', label: 'Boot mode', holds: 'choice', choices: BOOT_MODES },
  { field: 'automaticConfiguration', label: 'Automatic configuration', holds: 'tick' },
  { field: 'madeFor', label: 'Made for', holds: 'choice', choices: MADE_FOR },
  { field: 'architecture', label: 'Architecture', holds: 'choice', choices: ARCHITECTURES },
  { field: 'osType', label: 'OS type', holds: 'choice', choices: OS_TYPES },
  { field: 'minRamMb', label: 'Minimum memory (MB)', holds: 'text' },
  { field: 'maxRamMb', label: 'Maximum memory (MB)', holds: 'text' },
  { field: 'initialConfigurationDone', label: 'Initial configuration done', holds: 'tick' },
  { field: 'kmsKeyId', label: 'Encryption key', holds: 'text' },
  { field: 'quickImport', label: 'Quick import', holds: 'tick' },
  { field: 'enterpriseProjectId', label: 'Enterprise project', holds: 'text' },
]

const LETTERS = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** By label or by the field's own name, however it is capitalised and spaced: "Image file", "image_file", "imageFile". */
export function columnOf(heading: string): Column | undefined {
  const wanted = LETTERS(heading)
  return BATCH_COLUMNS.find(({ field, label }) => LETTERS(label) === wanted || LETTERS(field) === wanted)
}

const YES = ['yes', 'true', 'on', '1', 'x']
const NO = ['no', 'false', 'off', '0']

/** What a cell says of its field, or what to write instead. An empty one leaves the field as it is. */
export function readCell(column: Column, cell: string): Result<Partial<ImportDraft>, string> {
  const { field } = column
  if (cell.trim() === '') return { ok: true, value: {} }
  switch (column.holds) {
    case 'text':
      return given(field, cell)
    case 'tags':
      return given(field, splitTagCell(cell))
    case 'tick': {
      const word = cell.trim().toLowerCase()
      if (YES.includes(word)) return given(field, true)
      return NO.includes(word) ? given(field, false) : { ok: false, error: instead(cell, ['yes', 'no']) }
    }
    case 'choice': {
      const word = LETTERS(cell)
      const choice = column.choices.find(
        ({ value, label }) => LETTERS(label) === word || LETTERS(value) === word,
      )
      return choice
        ? given(field, choice.value)
        : {
            ok: false,
            error: instead(
              cell,
              column.choices.map(({ label }) => label),
            ),
          }
    }
  }
}

/** What readCell makes the field's value of again. */
export function writeCell(column: Column, draft: ImportDraft): string {
  const value = draft[column.field]
  if (Array.isArray(value)) return value.join(' | ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const choice = column.holds === 'choice' ? column.choices.find((one) => one.value === value) : undefined
  return choice ? choice.label : value
}

/** Neither sign can be part of a tag (ims.md 14); | needs no quotes in any file. */
export function splitTagCell(cell: string): string[] {
  return cell
    .split(/[,|\r\n]+/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
}

function given(field: keyof ImportDraft, value: unknown): Result<Partial<ImportDraft>, string> {
  const parsed = importDraft.safeParse({ ...EMPTY_DRAFT, [field]: value })
  return parsed.success
    ? { ok: true, value: { [field]: parsed.data[field] } }
    : { ok: false, error: 'Change it.' }
}

const QUOTED_MAX = 30

function instead(cell: string, words: readonly string[]): string {
  const found = cell.length > QUOTED_MAX ? `${cell.slice(0, QUOTED_MAX)}…` : cell
  return `Write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}, not ${found.trim()}.`
}
