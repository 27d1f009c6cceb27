'use client'

import { Button } from '@mantine/core'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './ListEnd.module.css'
import { useNearEnd } from './useNearEnd'

type Props = {
  state: 'idle' | 'reading' | 'failed'
  /** Grows with every page. */
  rows: number
  onMore: () => void
}

/** What follows the last row while there is more: read by itself when it comes near, and by a button. */
export function ListEnd({ state, rows, onMore }: Props) {
  const end = useNearEnd(rows, state === 'idle' ? onMore : null)
  return (
    <div ref={end} className={classes.end}>
      {state === 'failed' ? (
        <>
          <span className={classes.wrong}>
            <StatusMark shape="bad" />
            More imports could not be read.
          </span>
          <Button size="xs" onClick={onMore}>
            Try again
          </Button>
        </>
      ) : (
        <Button
          size="xs"
          variant="transparent"
          aria-disabled={state === 'reading'}
          onClick={state === 'reading' ? undefined : onMore}
        >
          {state === 'reading' ? 'Reading…' : 'Show more imports'}
        </Button>
      )}
    </div>
  )
}
