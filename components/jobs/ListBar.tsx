'use client'

import { ActionIcon, Tooltip } from '@mantine/core'
import { type ReactNode, useTransition } from 'react'
import { Icon } from '@/components/elements/Icon'
import classes from './ListBar.module.css'

type Props = {
  /** Trouble with what is shown. */
  start?: ReactNode
  end?: ReactNode
  onReadAgain: () => Promise<unknown>
}

/** Above a list: what is to be known of it, and reading it again where it stands. */
export function ListBar({ start, end, onReadAgain }: Props) {
  // Only what a person asked for is shown as reading: polls come and go unseen.
  const [reading, startReading] = useTransition()
  return (
    <div className={classes.bar}>
      <div className={classes.start}>{start}</div>
      {end}
      <Tooltip label={reading ? 'Reading…' : 'Read again'}>
        <ActionIcon
          aria-label="Read again"
          aria-disabled={reading}
          onClick={reading ? undefined : () => startReading(async () => void (await onReadAgain()))}
        >
          <Icon name="refresh" />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}
