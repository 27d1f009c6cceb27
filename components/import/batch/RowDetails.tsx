'use client'

import { Button } from '@mantine/core'
import { StatusMark } from '@/components/elements/StatusMark'
import { isLoud } from '@/components/preflight/tally'
import { withoutStop } from '@/components/preflight/without-stop'
import { BATCH_COLUMNS, type Column } from '@/lib/import/batch/columns'
import { type ImportDraft, importDraft } from '@/lib/import/draft'
import { type FieldName, visibleFields } from '../fields'
import type { BatchRow } from './batch-state'
import { DetailField } from './DetailField'
import classes from './RowDetails.module.css'
import type { RowView } from './row-view'

type Props = {
  row: BatchRow
  view: RowView
  /** Fields that stand in the table itself. */
  inTable: readonly FieldName[]
  onEdit: (key: string, changes: Partial<ImportDraft>) => void
  /** Null while there is no file to read. */
  onCheckAgain: (() => void) | null
}

/** The rest of a row: what few rows need, and what the file's checks found. */
export function RowDetails({ row, view, inTable, onEdit, onCheckAgain }: Props) {
  const shown = visibleFields(row.draft)
  const columns = BATCH_COLUMNS.filter(({ field }) => shown.includes(field) && !inTable.includes(field))
  const loud = view.findings.filter(isLoud)

  const change = (field: keyof ImportDraft, value: string | boolean) => {
    const changed = importDraft.safeParse({ ...row.draft, [field]: value })
    if (changed.success) onEdit(row.key, { [field]: changed.data[field] })
  }
  const field = (column: Column) => (
    <DetailField
      key={column.field}
      column={column}
      draft={row.draft}
      problem={view.problems[column.field]}
      onChange={change}
    />
  )
  return (
    <div className={classes.details}>
      <div className={classes.fields}>{columns.filter(({ holds }) => holds !== 'tick').map(field)}</div>
      <div className={classes.ticks}>{columns.filter(({ holds }) => holds === 'tick').map(field)}</div>
      {loud.length > 0 ? (
        <ul className={classes.findings} aria-label="What the checks found">
          {loud.map(({ id, severity, title, why }) => (
            <li key={id} className={classes.finding}>
              <StatusMark shape={severity === 'blocks' ? 'bad' : 'warn'} className={classes.mark} />
              <div>
                <p className={classes.title}>{withoutStop(title)}</p>
                <p>{why}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {onCheckAgain ? (
        <Button size="xs" onClick={onCheckAgain}>
          Check the file again
        </Button>
      ) : null}
    </div>
  )
}
