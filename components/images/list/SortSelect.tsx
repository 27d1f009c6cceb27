'use client'

import classes from '@/components/elements/FilterChip.module.css'
import { readSort, type Sort, sortText } from '@/lib/images/sorting'
import own from './SortSelect.module.css'

const CHOICES = [
  ['', 'Newest first'],
  ['created', 'Oldest first'],
  ['name', 'By name'],
  ['status', 'By status'],
  ['system', 'By system'],
  ['-size', 'Largest first'],
  ['-disk', 'By minimum disk'],
  ['-changed', 'Changed last'],
] as const

type Props = { sort: Sort; onSort: (sort: Sort) => void }

/** For cards, which have no headers. */
export function SortSelect({ sort, onSort }: Props) {
  const text = sortText(sort)
  const isOther = !CHOICES.some(([each]) => each === text)
  return (
    <select
      className={`${classes.chip} ${own.select}`}
      aria-label="Sort"
      value={text}
      onChange={(event) => onSort(readSort(new URLSearchParams({ sort: event.currentTarget.value })))}
    >
      {CHOICES.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
      {isOther ? <option value={text}>By another column</option> : null}
    </select>
  )
}
