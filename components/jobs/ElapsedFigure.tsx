'use client'

import { Fragment } from 'react'
import { durationParts } from '@/lib/format/duration'
import classes from './ElapsedFigure.module.css'
import { useElapsed } from './use-elapsed'

type Props = {
  /** Epoch milliseconds; `to` null while it still runs. */
  from: number
  to: number | null
  /** What the server took for now, for the first paint. */
  now: number
}

/** The page's one big number: figures large, units small. No live region: it would speak each second. */
export function ElapsedFigure({ from, to, now }: Props) {
  const parts = durationParts(useElapsed(from, to, now))
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
