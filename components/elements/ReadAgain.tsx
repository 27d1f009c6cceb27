'use client'

import { ActionIcon } from '@mantine/core'
import { Icon } from './Icon'
import { Tip } from './Tip'
import { useUnderWay } from './useUnderWay'

type Props = { onReadAgain: () => Promise<unknown> }

/** Reads a list again where it stands. */
export function ReadAgain({ onReadAgain }: Props) {
  // Only what a person asked for is shown as reading: polls come and go unseen.
  const { isUnderWay: isReading, start } = useUnderWay()
  return (
    <Tip text={isReading ? 'Reading…' : 'Read again'}>
      <ActionIcon aria-label="Read again" aria-disabled={isReading} onClick={() => start(onReadAgain)}>
        <Icon name="refresh" />
      </ActionIcon>
    </Tip>
  )
}
