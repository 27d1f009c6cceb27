import { Duration } from '@/components/elements/Duration'
import { Elapsed } from '@/components/elements/Elapsed'
import { Moment } from '@/components/elements/Moment'
import type { Phase } from './phases'

type Props = { time: Phase['time']; now: number }

export function PhaseTime({ time, now }: Props) {
  if (time === null) return null
  if ('at' in time) return <Moment at={time.at} form="seconds" />
  return time.to === null ? (
    <Elapsed from={time.from} initialNow={now} />
  ) : (
    <Duration ms={time.to - time.from} />
  )
}
