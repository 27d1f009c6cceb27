'use client'

import { useClockText } from '@/components/elements/clock'
import { formatDuration } from '@/lib/format/duration'
import { useSession } from './SessionContext'
import classes from './SessionEnd.module.css'

const MINUTE_MS = 60_000

type Props = { compactOnRail?: boolean }

export function SessionEnd({ compactOnRail = false }: Props) {
  const { endsAt } = useSession()
  const left = useClockText((now) => timeLeft(endsAt - now), '')
  return (
    <p className={compactOnRail ? `${classes.line} ${classes.compact}` : classes.line}>
      <span>{left === ENDED ? 'Session' : 'Session ends'}</span> <span className="num">{left}</span>
    </p>
  )
}

const ENDED = 'has ended'

/** Whole minutes: seconds that run down at the edge of the eye hurry people for nothing. */
function timeLeft(ms: number): string {
  if (ms <= 0) return ENDED
  if (ms < MINUTE_MS) return 'in less than 1\u00a0min'
  return `in ${formatDuration(Math.floor(ms / MINUTE_MS) * MINUTE_MS)}`
}
