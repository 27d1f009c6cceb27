'use client'

import { Icon } from '@/components/elements/Icon'
import table from '@/components/elements/Table.module.css'
import type { Sort, SortKey } from '@/lib/images/sorting'
import classes from './SortHeader.module.css'

type Props = {
  by: SortKey
  title: string
  sort: Sort
  onSort: (by: SortKey) => void
  /** Stands over figures, at the right edge. */
  isFigure?: boolean | undefined
  className?: string | undefined
}

/** Sorts by its column, and the other way round when it does already. */
export function SortHeader({ by, title, sort, onSort, isFigure = false, className }: Props) {
  const isOn = sort.by === by
  return (
    <th
      scope="col"
      className={isFigure ? `${table.figure} ${classes.figure}` : className}
      {...(isOn ? { 'aria-sort': sort.isDescending ? 'descending' : 'ascending' } : {})}
    >
      <button type="button" className={classes.button} data-on={isOn} onClick={() => onSort(by)}>
        {title}
        <Icon
          name={isOn && !sort.isDescending ? 'arrow-up' : 'arrow-down'}
          size={14}
          className={classes.arrow}
        />
      </button>
    </th>
  )
}
