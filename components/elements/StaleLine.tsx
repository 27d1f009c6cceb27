'use client'

import { Button } from '@mantine/core'
import { Moment } from './Moment'
import classes from './StaleLine.module.css'

type Props = {
  readAt: number
  service?: string
  onReadAgain: () => void
  reading?: boolean
}

/** Old data stays where it is; this says how old, and why. */
export function StaleLine({ readAt, service = 'IMS', onReadAgain, reading = false }: Props) {
  return (
    <p className={classes.line}>
      <span>
        Read <Moment at={readAt} /> · {service} did not answer the last time
      </span>
      <Button
        variant="transparent"
        size="xs"
        aria-disabled={reading}
        onClick={reading ? undefined : onReadAgain}
      >
        {reading ? 'Reading…' : 'Read again'}
      </Button>
    </p>
  )
}
