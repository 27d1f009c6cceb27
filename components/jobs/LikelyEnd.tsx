'use client'

import { useClockText, useTimeZone } from '@/components/elements/clock'
import { clock } from '@/lib/format/time'
import type { UsualTime } from '@/lib/jobs/usual-time'

type Props = { from: number; usual: UsualTime }

/** "between 14:14 and 14:20", by what like imports took. */
export function LikelyEnd({ from: start, usual }: Props) {
  const timeZone = useTimeZone()
  const [begin, end] = [start + usual.fromMs, start + usual.toMs]
  const [from, to] = [clock(begin, timeZone), clock(end, timeZone)]
  const expected = from === to ? `at about ${from}` : `between ${from} and ${to}`
  return useClockText((now) => (now > end ? 'later than usual' : expected), expected)
}
