'use client'

import { ActionIcon } from '@mantine/core'
import { useTransition } from 'react'
import { Icon } from './Icon'
import { Tip } from './Tip'

type Props = { onReadAgain: () => Promise<unknown> }

/** Reads a list again where it stands. */
export function ReadAgain({ onReadAgain }: Props) {
  // Only what a person asked for is shown as reading: polls come and go unseen.
  const [reading, startReading] = useTransition()
  return (
    <Tip text={reading ? 'Reading…' : 'Read again'}>
      <ActionIcon
        aria-label="Read again"
        aria-disabled={reading}
        onClick={reading ? undefined : () => startReading(async () => void (await onReadAgain()))}
      >
        <Icon name="refresh" />
      </ActionIcon>
    </Tip>
  )
}
