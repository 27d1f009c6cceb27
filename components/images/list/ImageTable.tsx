'use client'

import { type CSSProperties, type ReactNode, useMemo } from 'react'
import table from '@/components/elements/Table.module.css'
import { useRowWindow } from '@/components/elements/useRowWindow'
import type { ListedImage } from '@/lib/images/listed'
import type { Sort, SortKey } from '@/lib/images/sorting'
import type { Column } from './columns'
import { ImageRow } from './ImageRow'
import classes from './ImageTable.module.css'
import { ImageTableHead } from './ImageTableHead'
import type { RowActs } from './row-acts'
import { useCurrentRow } from './useCurrentRow'
import { useHeldRows } from './useHeldRows'
import { useRowKeys } from './useRowKeys'
import type { Selection } from './useSelection'

/** Widths in px; the name takes what is left. */
const CHOICE = 50
const NAME_MIN = 180
const ACTIONS = 60

type WidthStyle = CSSProperties & Record<'--table-width', string>

type Props = {
  rows: readonly ListedImage[]
  /** Tells this list from others: rows of another one do not keep their place. */
  listKey: string
  columns: readonly Column[]
  sort: Sort
  onSort: (by: SortKey) => void
  selection: Selection
  /** On a phone: presses choose cards. */
  isChoosing: boolean
  /** More rows are on their way. */
  isReading: boolean
  acts: RowActs
}

/** All rows up to 200; of more only those about the view, with gaps as high as the rows that are left out. */
export function ImageTable(props: Props) {
  const { rows, listKey, columns, sort, onSort, selection, isChoosing, isReading, acts } = props
  const ids = useMemo(() => rows.map(({ image }) => image.id), [rows])
  const { current, setCurrent } = useCurrentRow(ids, listKey)
  const { body, drawn, pitch, look, onFocus } = useRowWindow(rows.length, current)
  const keys = useRowKeys({ body, rows, current, onCurrent: setCurrent, selection, acts })
  useHeldRows(body, ids, listKey, pitch, look)

  const width: WidthStyle = {
    '--table-width': `${CHOICE + NAME_MIN + ACTIONS + sumOf(columns)}px`,
  }

  const drawnRows: ReactNode[] = []
  let reached = 0
  const gap = (until: number) => {
    if (until > reached)
      drawnRows.push(
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus, and this one holds nothing
        <tr key={`gap-${reached}`} aria-hidden="true" className={table.gap}>
          <td colSpan={columns.length + 3} style={{ height: (until - reached) * pitch }} />
        </tr>,
      )
  }
  for (const place of drawn) {
    const row = rows[place]
    if (!row) continue
    gap(place)
    drawnRows.push(
      <ImageRow
        key={row.image.id}
        row={row}
        columns={columns}
        place={place}
        isSelected={selection.ids.has(row.image.id)}
        isCurrent={place === current}
        isChoosing={isChoosing}
        acts={acts}
      />,
    )
    reached = place + 1
  }
  gap(rows.length)
  return (
    <div className={table.scroll} data-wide>
      <table
        className={`${table.table} ${classes.table}`}
        style={width}
        aria-rowcount={isReading ? -1 : rows.length + 1}
        aria-busy={isReading}
      >
        <caption className="sr-only">
          Images. Arrow keys move from row to row, Enter opens, Space selects, x deletes.
        </caption>
        <colgroup>
          <col style={{ width: CHOICE }} />
          <col />
          {columns.map(({ id, width }) => (
            <col key={id} style={{ width }} />
          ))}
          <col style={{ width: ACTIONS }} />
        </colgroup>
        <ImageTableHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          shown={rows.length}
          chosen={selection.rows.length - selection.hidden}
          onChooseAll={selection.chooseAll}
        />
        <tbody
          ref={body}
          data-choosing={isChoosing}
          onFocus={(event) => {
            onFocus(event)
            keys.onFocus(event.target)
          }}
          onKeyDown={keys.onKeyDown}
        >
          {drawnRows}
        </tbody>
      </table>
    </div>
  )
}

const sumOf = (columns: readonly Column[]) => columns.reduce((sum, { width }) => sum + width, 0)
