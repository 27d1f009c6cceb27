'use client'

import { Tick } from '@/components/elements/Tick'
import { formatCount } from '@/lib/images/count-words'
import type { Sort, SortKey } from '@/lib/images/sorting'
import { type Column, isSortable } from './columns'
import classes from './ImageTableHead.module.css'
import { SortHeader } from './SortHeader'

type Props = {
  columns: readonly Column[]
  sort: Sort
  onSort: (by: SortKey) => void
  /** Rows that the filters leave, and how many of them are chosen. */
  shown: number
  chosen: number
  onChooseAll: (isChosen: boolean) => void
}

export function ImageTableHead({ columns, sort, onSort, shown, chosen, onChooseAll }: Props) {
  const isAll = chosen === shown
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes.choice}>
          <Tick
            aria-label={`Select all ${formatCount(shown)} shown`}
            title={`Select all ${formatCount(shown)} shown`}
            checked={isAll}
            isPartly={chosen > 0 && !isAll}
            onChange={() => onChooseAll(!isAll)}
          />
        </th>
        <SortHeader by="name" title="Name" sort={sort} onSort={onSort} className={classes.name} />
        {columns.map(({ id, title, isFigure }) =>
          isSortable(id) ? (
            <SortHeader key={id} by={id} title={title} sort={sort} onSort={onSort} isFigure={isFigure} />
          ) : (
            <th key={id} scope="col">
              {title}
            </th>
          ),
        )}
        <th scope="col">
          <span className="sr-only">Actions</span>
        </th>
      </tr>
    </thead>
  )
}
