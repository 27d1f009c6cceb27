/** The rows of a batch as they are edited, and what may happen to them. */
import * as z from 'zod/mini'
import type { CellProblems, ReadRow } from '@/lib/import/batch/rows'
import type { RowResult } from '@/lib/import/batch/submission'
import { type ImportDraft, importDraft } from '@/lib/import/draft'
import { FOUND_FIELDS, fillingOf, foundInFile, inFileAlone } from '@/lib/import/found-in-file'
import type { PreflightView } from '@/lib/preflight/view'
import { isFoundField } from '../fields'
import { makeSubmissionId } from '../submission-id'

const problems = z.record(z.string(), z.string())

export const batchRow = z.object({
  /** Of the row as long as it stands in the table. */
  key: z.string(),
  /** Another one once an answer said that nothing was taken. */
  submissionId: z.uuid(),
  draft: importDraft,
  /** Fields that no file fills in. */
  set: z.array(z.enum(FOUND_FIELDS)),
  /** What could not be read of a cell, or what the server said of a field; each stands until its field is changed. */
  problems,
  /** The file, and when it was read, whose facts were filled in. */
  filledFrom: z.nullable(z.string()),
})
export type BatchRow = z.infer<typeof batchRow>

export const batch = z.object({
  /** Of what is sent from this table; null before the first. */
  batchId: z.nullable(z.uuid()),
  rows: z.array(batchRow),
})
export type Batch = z.infer<typeof batch>

export const NO_BATCH: Batch = { batchId: null, rows: [] }

export function addRows(before: Batch, added: readonly ReadRow[]): Batch {
  const rows = added.map(
    ({ draft, set, cellProblems }): BatchRow => ({
      key: makeSubmissionId(),
      submissionId: makeSubmissionId(),
      draft,
      set,
      problems: { ...cellProblems },
      filledFrom: null,
    }),
  )
  return { ...before, rows: [...before.rows, ...rows] }
}

export function removeRow(before: Batch, key: string): Batch {
  return { ...before, rows: before.rows.filter((row) => row.key !== key) }
}

/** Takes a removal back: the row stands where it stood. */
export function putBack(before: Batch, row: BatchRow, index: number): Batch {
  if (before.rows.some(({ key }) => key === row.key)) return before
  return { ...before, rows: before.rows.toSpliced(index, 0, row) }
}

/** What a person changed: a message about a changed field has had its day, and no file fills it in any more. */
export function editRow(before: Batch, key: string, changes: Partial<ImportDraft>): Batch {
  return withRow(before, key, (row) => {
    const changed = Object.keys(changes)
    const left = Object.entries(row.problems).filter(([field]) => !changed.includes(field))
    const isOtherFile = changes.imageFile !== undefined && changes.imageFile !== row.draft.imageFile
    return {
      ...row,
      draft: { ...row.draft, ...changes },
      set: [...new Set([...row.set, ...changed.filter(isFoundField)])],
      problems: Object.fromEntries(left),
      filledFrom: isOtherFile ? null : row.filledFrom,
    }
  })
}

/** Fills in what the file knows, once for each time that it was read. */
export function fillRow(before: Batch, key: string, facts: PreflightView): Batch {
  const read = `${facts.file.bucket}:${facts.file.key} ${facts.readAt}`
  return withRow(before, key, (row) =>
    row.filledFrom === read
      ? row
      : {
          ...row,
          draft: {
            ...row.draft,
            ...fillingOf(inFileAlone(foundInFile(facts.inspection)), (name) => row.set.includes(name)),
          },
          filledFrom: read,
        },
  )
}

/** Rows that were kept are imports now, and leave the table; the others say why, and get an id for another try. */
export function takeResults(before: Batch, results: readonly RowResult[]): Batch {
  const byId = new Map(results.map((result) => [result.submissionId, result.problems]))
  const rows = before.rows.flatMap((row) => {
    const said = byId.get(row.submissionId)
    if (!said) return [row]
    if (said.length === 0) return []
    const told = Object.fromEntries(said.toReversed().map(({ field, message }) => [field, message]))
    return [{ ...row, submissionId: makeSubmissionId(), problems: { ...row.problems, ...told } }]
  })
  return { ...before, rows }
}

function withRow(before: Batch, key: string, change: (row: BatchRow) => BatchRow): Batch {
  let isChanged = false
  const rows = before.rows.map((row) => {
    if (row.key !== key) return row
    const changed = change(row)
    isChanged ||= changed !== row
    return changed
  })
  return isChanged ? { ...before, rows } : before
}

/** As the judging of rows takes them. */
export const problemsOf = (row: BatchRow): CellProblems => row.problems
