'use client'

import type { ImportDraft } from '@/lib/import/draft'
import { BatchRow } from './BatchRow'
import classes from './BatchTable.module.css'
import type { BatchRow as Row } from './batch-state'
import type { RowView } from './row-view'
import { SystemsList } from './SystemsList'
import type { FileReading } from './useBatchReadings'

export type TableRow = { row: Row; view: RowView; reading: FileReading; nameNote: string | undefined }

type Props = {
  rows: readonly TableRow[]
  onEdit: (key: string, changes: Partial<ImportDraft>) => void
  onRemove: (key: string) => void
  onTyping: (key: string, isTyping: boolean) => void
  onCheckAgain: (address: string) => void
}

export function BatchTable({ rows, ...acts }: Props) {
  return (
    <div className={classes.scroll} data-wide>
      <SystemsList />
      <table className={classes.table}>
        <caption className="sr-only">Files to import, a row each</caption>
        <colgroup>
          <col className={classes.numbers} />
          <col className={classes.file} />
          <col />
          <col />
          <col className={classes.disk} />
          <col />
          <col />
          <col className={classes.acts} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">Row</span>
            </th>
            <th scope="col">Image file</th>
            <th scope="col">Image name</th>
            <th scope="col">Operating system</th>
            <th scope="col">Min. disk (GB)</th>
            <th scope="col">Tags</th>
            <th scope="col">Preflight</th>
            <th scope="col">
              <span className="sr-only">More, and remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, view, reading, nameNote }, index) => (
            <BatchRow
              key={row.key}
              row={row}
              number={index + 1}
              view={view}
              reading={reading}
              nameNote={nameNote}
              {...acts}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
