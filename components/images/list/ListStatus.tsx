'use client'

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { passFocusOn } from '@/components/elements/focus'
import { Moment } from '@/components/elements/Moment'
import { ReadAgain } from '@/components/elements/ReadAgain'
import { ColumnsButton } from './ColumnsButton'
import classes from './ListStatus.module.css'
import type { Columns } from './useColumns'

const toHeading = passFocusOn()

type Props = {
  /** How many there are, and of what. */
  words: string
  /** Epoch milliseconds; null while nothing was read. */
  readAt: number | null
  quota: ReactNode
  columns: Columns
  /** There is something to select. */
  canChoose: boolean
  isChoosing: boolean
  onChoosing: (isChoosing: boolean) => void
  onReadAgain: () => Promise<unknown>
}

/** Above the list, where it stays in sight while thousands of rows are read: what is there, and from when. */
export function ListStatus(props: Props) {
  const { words, readAt, quota, columns, canChoose, isChoosing, onChoosing, onReadAgain } = props
  return (
    <div className={classes.line}>
      <p className={classes.words}>
        {words}
        {readAt === null ? null : (
          <span className={classes.read}>
            {' '}
            · read <Moment at={readAt} />
          </span>
        )}
      </p>
      <div className={classes.quota}>{quota}</div>
      <div className={classes.tools}>
        {canChoose ? (
          <Button
            ref={toHeading}
            size="compact-sm"
            className={classes.choose ?? ''}
            aria-pressed={isChoosing}
            onClick={() => onChoosing(!isChoosing)}
          >
            {isChoosing ? 'Done' : 'Select'}
          </Button>
        ) : null}
        <ColumnsButton columns={columns} className={classes.columns} />
        <ReadAgain onReadAgain={onReadAgain} />
      </div>
    </div>
  )
}
