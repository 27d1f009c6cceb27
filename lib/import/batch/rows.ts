/** Rows of a batch: read from a text in columns, and written as one. */
import { formatBytes } from '../../format/bytes.ts'
import { formatImageFile, imageNameFromKey, parseImageFile } from '../../images/image-file.ts'
import type { Result } from '../../result.ts'
import { EMPTY_DRAFT, type ImportDraft } from '../draft.ts'
import { FOUND_FIELDS, type FoundField } from '../found-in-file.ts'
import { BATCH_COLUMNS, type Column, columnOf, readCell, writeCell } from './columns.ts'
import { type DelimitedRow, readDelimited, writeDelimited } from './delimited.ts'

export const BATCH_ROWS_MAX = 200
export const BATCH_BYTES_MAX = 2 ** 20

export type CellProblems = Partial<Record<keyof ImportDraft, string>>

export type ReadRow = {
  draft: ImportDraft
  /** Fields that the row decides, so that no file fills them in. */
  set: FoundField[]
  /** Cells that could not be read, in words; their fields are as if they had been left out. */
  cellProblems: CellProblems
}

/** A row for a file that was chosen: everything else comes from the file, or is left as it is. */
export function rowOfFile(address: string): ReadRow {
  return finished({ ...EMPTY_DRAFT, imageFile: address }, [], {})
}

/**
 * Rows of a text that was pasted or uploaded; each is judged afterwards by the form's own schema. A first row of
 * headings says which columns there are; without it they stand in the documented order.
 */
export function readRows(text: string): Result<ReadRow[], string> {
  const bytes = new TextEncoder().encode(text).length
  if (bytes > BATCH_BYTES_MAX)
    return wrong(`Use at most ${formatBytes(BATCH_BYTES_MAX)} of text (these are ${formatBytes(bytes)}).`)
  const read = readDelimited(text)
  if (!read.ok) return wrong(`Close the quotation mark that is opened in line ${read.error.line}.`)
  const [first, ...rest] = read.value
  if (!first) return wrong('Paste rows, or one file address a line.')
  const hasHeadings = first.cells.some((cell) => columnOf(cell) !== undefined)
  const columns = hasHeadings ? columnsOf(first) : { ok: true as const, value: BATCH_COLUMNS }
  if (!columns.ok) return columns
  const rows = hasHeadings ? rest : read.value
  if (rows.length === 0) return wrong('Add rows below the headings.')
  if (rows.length > BATCH_ROWS_MAX)
    return wrong(`Use at most ${BATCH_ROWS_MAX} rows (these are ${rows.length}).`)
  return { ok: true, value: rows.map((row) => readRow(row, columns.value)) }
}

/** With headings, so that readRows takes it whatever the order will be. */
export function writeRows(drafts: readonly ImportDraft[]): string {
  const headings = BATCH_COLUMNS.map(({ label }) => label)
  return writeDelimited([
    headings,
    ...drafts.map((draft) => BATCH_COLUMNS.map((column) => writeCell(column, draft))),
  ])
}

const wrong = (error: string): Result<never, string> => ({ ok: false, error })

function columnsOf({ cells }: DelimitedRow): Result<(Column | null)[], string> {
  const columns: (Column | null)[] = []
  for (const heading of cells) {
    const column = columnOf(heading)
    if (!column && heading.trim() !== '')
      return wrong(
        `Rename or remove the column ${heading.trim().slice(0, 40)}. Columns are ${BATCH_COLUMNS.map(({ label }) => label).join(', ')}.`,
      )
    if (column && columns.includes(column)) return wrong(`Use the column ${column.label} once.`)
    columns.push(column ?? null)
  }
  if (!columns.some((column) => column?.field === 'imageFile')) return wrong('Add a column Image file.')
  return { ok: true, value: columns }
}

function readRow({ cells, line }: DelimitedRow, columns: readonly (Column | null)[]): ReadRow {
  const problems: CellProblems = {}
  let draft: ImportDraft = { ...EMPTY_DRAFT }
  const set: FoundField[] = []
  for (const [index, cell] of cells.entries()) {
    const column = columns[index]
    if (!column) {
      if (cell.trim() !== '')
        problems.imageFile ??= `Line ${line} has ${cells.length} cells, and there are ${columns.length} columns. Check it for a missing quotation mark.`
      continue
    }
    const read = readCell(column, cell)
    if (!read.ok) {
      problems[column.field] = read.error
      continue
    }
    draft = { ...draft, ...read.value }
    const found = FOUND_FIELDS.find((field) => field === column.field)
    if (found && found in read.value) set.push(found)
  }
  return finished(draft, set, problems)
}

/** The address in the one form that IMS takes, and the image named after the file where no name is given. */
function finished(draft: ImportDraft, set: FoundField[], cellProblems: CellProblems): ReadRow {
  const file = parseImageFile(draft.imageFile)
  if (!file.ok) return { draft, set, cellProblems }
  const imageFile = formatImageFile(file.value)
  const imageName = draft.imageName === '' ? imageNameFromKey(file.value.key) : draft.imageName
  return { draft: { ...draft, imageFile, imageName }, set, cellProblems }
}
