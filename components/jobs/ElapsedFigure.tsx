'use client'

import { Fragment } from 'react'
import { useClockText } from '@/components/elements/clock'
import { durationParts } from '@/lib/format/duration'
import classes from './ElapsedFigure.module.css'

const SECOND_MS = 1000

type Props = {
  /** Epoch milliseconds; `to` null while it still runs. */
  from: number
  to: number | null
  /** What the server took for now, for the first paint. */
  now: number
}

/** The page's one big number: figures large, units small. No live region: it would speak each second. */
export function ElapsedFigure({ from, to, now }: Props) {
  const secondsAt = (present: number) => String(Math.max(0, Math.floor(((to ?? present) - from) / SECOND_MS)))
  const seconds = useClockText(secondsAt, secondsAt(now))
  const parts = durationParts(Number(seconds) * SECOND_MS)
  return (
    <span className={classes.figure}>
      {parts.map(({ value, unit }, place) => (
        <Fragment key={unit}>
          {place > 0 ? ' ' : ''}
          {value}
          <span className={classes.unit}>&nbsp;{unit}</span>
        </Fragment>
      ))}
    </span>
  )
}
