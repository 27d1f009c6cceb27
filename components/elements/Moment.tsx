'use client'

import { useId } from 'react'
import { absoluteTime, clock, clockWithSeconds, fullTime, relativeTime } from '@/lib/format/time'
import { useClockText, useTimeZone } from './clock'
import classes from './Moment.module.css'
import { Tip } from './Tip'

type Form = 'relative' | 'absolute' | 'clock' | 'seconds'

const WORDS = {
  relative: relativeTime,
  absolute: (at, _now, timeZone) => absoluteTime(at, timeZone),
  clock: (at, _now, timeZone) => clock(at, timeZone),
  seconds: (at, _now, timeZone) => clockWithSeconds(at, timeZone),
} as const satisfies Record<Form, (at: number, now: number, timeZone: string) => string>

type Props = {
  /** Epoch milliseconds. */
  at: number
  form?: Form
  /** Fixes the present, for tests. */
  now?: number
  /** False inside a link or another thing that has focus of its own. */
  focusable?: boolean
}

/** The full form, with zone and UTC, shows on hover and focus. */
export function Moment({ at, form = 'relative', now, focusable = true }: Props) {
  const id = useId()
  const timeZone = useTimeZone()
  const words = useClockText(
    (present) => WORDS[form](at, now ?? present, timeZone),
    form === 'relative' ? absoluteTime(at, 'UTC') : WORDS[form](at, at, 'UTC'),
  )
  return (
    <Tip id={id} text={fullTime(at, timeZone)}>
      <time
        className={classes.moment}
        aria-describedby={id}
        dateTime={new Date(at).toISOString()}
        {...(focusable ? { tabIndex: 0 } : {})}
      >
        {words}
      </time>
    </Tip>
  )
}
