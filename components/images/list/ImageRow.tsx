'use client'

import Link from 'next/link'
import { memo } from 'react'
import { CopyText } from '@/components/elements/CopyText'
import table from '@/components/elements/Table.module.css'
import { Tick } from '@/components/elements/Tick'
import type { ListedImage } from '@/lib/images/listed'
import { paths } from '@/lib/navigation'
import { AnswerButtons } from './AnswerButtons'
import type { Column } from './columns'
import classes from './ImageRow.module.css'
import { RowMenuButton } from './RowMenuButton'
import type { RowActs } from './row-acts'

type Props = {
  row: ListedImage
  columns: readonly Column[]
  /** Its place in the list, from 0. */
  place: number
  isSelected: boolean
  /** The one row in the order of Tab. */
  isCurrent: boolean
  /** On a phone: a press chooses the card instead of opening it. */
  isChoosing: boolean
  acts: RowActs
}

const MARKS = {
  own: null,
  pending: null,
  accepted: 'shared',
  rejected: 'rejected',
  public: 'public',
} as const satisfies Record<ListedImage['scope'], string | null>

/** Drawn anew only when something of it has changed: scrolling through thousands draws the rows that come, and no other. */
export const ImageRow = memo(function ImageRow(props: Props) {
  const { row, columns, place, isSelected, isCurrent, isChoosing, acts } = props
  const { image, scope } = row
  const name = image.name ?? 'without a name'
  const cardMark = scope === 'pending' ? 'offered' : MARKS[scope]
  const tabIndex = isCurrent ? 0 : -1
  return (
    <tr
      data-row={place}
      data-id={image.id}
      data-selected={isSelected}
      aria-rowindex={place + 2}
      className={classes.row}
    >
      <td className={classes.choice}>
        <Tick
          aria-label={`Select ${name}`}
          checked={isSelected}
          tabIndex={tabIndex}
          onChange={(event) => {
            const { nativeEvent } = event
            acts.toggle(image.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }}
        />
      </td>
      <td className={`${table.name} ${classes.name}`}>
        <Link
          href={paths.image(image.id)}
          // Each row that scrolls by would be asked for.
          prefetch={false}
          className={table.link}
          title={name}
          tabIndex={tabIndex}
          data-row-link
          onClick={(event) => {
            if (!isChoosing) return
            event.preventDefault()
            acts.toggle(image.id, false)
          }}
        >
          {name}
          {cardMark ? <span className={classes.cardMark}> · {cardMark}</span> : null}
        </Link>
        <span className={`${classes.second} ${table.above}`}>
          {scope === 'pending' ? (
            <AnswerButtons row={row} tabIndex={tabIndex} acts={acts} />
          ) : (
            <CopyText value={image.id} label={`id of ${name}`} shorten tabIndex={tabIndex} />
          )}
          {MARKS[scope]}
        </span>
      </td>
      {columns.map(({ id, cell, isFigure, isQuiet, isOnCards }) => (
        <td
          key={id}
          className={[
            id === 'status' ? table.status : isOnCards ? table.more : table.wide,
            isFigure ? table.figure : '',
            isQuiet ? table.quiet : '',
          ].join(' ')}
          title={id === 'system' ? (image.osVersion ?? undefined) : undefined}
        >
          {cell(row)}
        </td>
      ))}
      <td className={`${classes.actions} ${table.wide}`}>
        <RowMenuButton row={row} tabIndex={tabIndex} acts={acts} />
      </td>
    </tr>
  )
})
