import { formatDuration } from '@/lib/format/duration'
import type { UsualTime } from '@/lib/jobs/usual-time'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

/** "12 to 18 min"; "40 s to 2 min" where the units differ. */
export function usualSpan({ fromMs, toMs }: Pick<UsualTime, 'fromMs' | 'toMs'>): string {
  const [from, to] = [formatDuration(rounded(fromMs)), formatDuration(rounded(toMs))]
  if (from === to) return `about ${to}`
  const [number = '', unit, ...more] = from.split(/\s/)
  const isOneUnit = more.length === 0 && to.split(/\s/)[1] === unit && !to.includes(' ')
  return `${isOneUnit ? number : from} to ${to}`
}

/** Seconds are no news in a habit of minutes. */
function rounded(ms: number): number {
  const unit = ms < MINUTE_MS ? SECOND_MS : MINUTE_MS
  return Math.max(unit, Math.round(ms / unit) * unit)
}
