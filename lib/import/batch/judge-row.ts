import type { ImportDraft } from '../draft.ts'
import { importRequest } from '../schema.ts'
import type { CellProblems } from './rows.ts'

/** What keeps a row from being sent, by field: what could not be read of it, then the form's own rules. */
export function rowProblems(draft: ImportDraft, cellProblems: CellProblems): CellProblems {
  const problems: CellProblems = { ...cellProblems }
  const judged = importRequest.safeParse(draft)
  if (judged.success) return problems
  for (const { path, message } of judged.error.issues) {
    const field = path[0]
    if (typeof field === 'string' && isField(field, draft)) problems[field] ??= message
  }
  return problems
}

const isField = (name: string, draft: ImportDraft): name is keyof ImportDraft => name in draft

/** By image name, the numbers of the rows (from 1) that share it. IMS takes them all, and people mix them up. */
export function sharedNames(drafts: readonly ImportDraft[]): ReadonlyMap<string, readonly number[]> {
  const rows = Map.groupBy(drafts.keys(), (index) => drafts[index]?.imageName.trim() ?? '')
  return new Map(
    [...rows]
      .filter(([name, indexes]) => name !== '' && indexes.length > 1)
      .map(([name, indexes]) => [name, indexes.map((index) => index + 1)]),
  )
}
