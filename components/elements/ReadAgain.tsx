'use client'

import { ActionIcon } from '@mantine/core'
import { Icon } from './Icon'
import { Tip } from './Tip'
import { useReading } from './useReading'

type Props = { onReadAgain: () => Promise<unknown> }

/** Reads a list again where it stands. */
export function ReadAgain({ onReadAgain }: Props) {
  // Only what a person asked for is shown as reading: polls come and go unseen.
  const { isReading, start } = useReading(onReadAgain)
  return (
    <Tip text={isReading ? 'Reading…' : 'Read again'}>
      <ActionIcon aria-label="Read again" aria-disabled={isReading} onClick={start}>
        <Icon name="refresh" />
      </ActionIcon>
    </Tip>
  )
}
