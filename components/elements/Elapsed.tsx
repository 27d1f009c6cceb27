'use client'

import { formatDuration } from '@/lib/format/duration'
import { useClockText } from './clock'

type Props = {
  /** Epoch milliseconds. */
  from: number
  /** When it ended; the clock stops there. */
  to?: number | null
  /** What the server took for now, so that the first paint shows a figure too. */
  initialNow?: number
}

/** Ticks for the eye only: it is no live region. */
export function Elapsed({ from, to = null, initialNow }: Props) {
  const words = (now: number) => formatDuration(wholeSeconds((to ?? now) - from))
  const text = useClockText(words, to === null && initialNow === undefined ? '…' : words(initialNow ?? from))
  return <span className="num">{text}</span>
}

/** A clock that starts at "412 ms" would flicker. */
function wholeSeconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1000) * 1000)
}
