'use client'

import { useEffect } from 'react'
import { announce } from '@/components/elements/announcements'
import { formatDuration } from '@/lib/format/duration'
import type { UsualTime } from '@/lib/jobs/usual-time'
import classes from './UsualScale.module.css'
import { useElapsed } from './use-elapsed'
import { basisWords, scaleOf } from './usual-words'

/** Nearer than this, the words of both ends would lie over each other. */
const NEAR_PERCENT = 14
const LONGER = 'Longer than usual. 1 in 10 takes this long.'

type Props = {
  /** When the call to IMS began, epoch milliseconds. */
  from: number
  usual: UsualTime
  /** What the server took for now, for the first paint. */
  now: number
}

/** Time, not progress: how long it has taken, beside how long like imports took. */
export function UsualScale({ from: start, usual, now }: Props) {
  const elapsedMs = useElapsed(start, null, now)
  const { elapsed, from, to } = scaleOf(elapsedMs, usual)
  const isLonger = elapsedMs > usual.toMs
  const usually = `${formatDuration(usual.fromMs)} to ${formatDuration(usual.toMs)}`

  useEffect(() => {
    // The screen reader, by way of the page's polite region.
    if (isLonger) announce(LONGER)
  }, [isLonger])

  return (
    <>
      <div
        role="img"
        aria-label={`${formatDuration(elapsedMs)} of usually ${usually}`}
        className={classes.scale}
      >
        <span className={classes.zone} style={{ left: `${from}%`, width: `${to - from}%` }} />
        <span className={classes.elapsed} style={{ width: `${elapsed}%` }} />
      </div>
      <div aria-hidden="true" className={classes.marks}>
        <span>0</span>
        <span className={classes.mark} style={{ left: `${from}%` }}>
          {formatDuration(usual.fromMs)}
        </span>
        {to - from > NEAR_PERCENT ? (
          <span className={classes.mark} style={{ left: `${to}%` }}>
            {formatDuration(usual.toMs)}
          </span>
        ) : null}
      </div>
      {isLonger ? <p className={classes.longer}>{LONGER}</p> : null}
      <p className={classes.basis}>{basisWords(usual)}</p>
    </>
  )
}
