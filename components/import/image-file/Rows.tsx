'use client'

import { FileRow } from './FileRow'
import classes from './Rows.module.css'
import { type Row, rowId } from './rows'
import { useWindow } from './useWindow'

type Props = {
  id: string
  rows: readonly Row[]
  active: number | null
  isBusy: boolean
  onChoose: (row: Row) => void
  onNearEnd: () => void
}

/** The listbox. However many rows there are, only those about the seen ones are in the document. */
export function Rows({ id, rows, active, isBusy, onChoose, onNearEnd }: Props) {
  const { list, onScroll, drawn } = useWindow({ count: rows.length, active, onNearEnd })
  const size = rows.at(-1)?.kind === 'more' ? SIZE_UNKNOWN : rows.length
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Buckets and files"
      aria-busy={isBusy}
      // Scrolled boxes take Tab in Chromium; focus stays in the field.
      tabIndex={-1}
      className={classes.list}
      onScroll={onScroll}
    >
      <div role="none" className={classes.all} style={{ height: `calc(var(--row) * ${rows.length})` }}>
        {drawn.map((index) => {
          const row = rows[index]
          return row ? (
            <FileRow
              key={index}
              id={rowId(id, index)}
              row={row}
              place={{ index, size }}
              isActive={index === active}
              onChoose={onChoose}
            />
          ) : null
        })}
      </div>
    </div>
  )
}

/** As WAI-ARIA has it, for a set of which more is to come. */
const SIZE_UNKNOWN = -1
