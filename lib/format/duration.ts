/** How long something took or has left, in the two largest units that say it. Input is milliseconds. */

const SECOND_MS = 1000
const MINUTE_S = 60
const HOUR_S = 60 * MINUTE_S
const DAY_S = 24 * HOUR_S
/** A token lives 24 h: below two days hours say it better than "1 d 2 h". */
const DAYS_FROM_S = 2 * DAY_S
const NO_BREAK_SPACE = '\u00a0'

export type DurationPart = { value: number; unit: 'd' | 'h' | 'min' | 's' | 'ms' }

/** The parts of "6 min 42 s", for where number and unit are set in different sizes. */
export function durationParts(ms: number): DurationPart[] {
  if (ms > 0 && ms < SECOND_MS) return [{ value: Math.round(ms), unit: 'ms' }]
  const seconds = Math.max(0, Math.floor(ms / SECOND_MS))
  if (seconds < MINUTE_S) return [{ value: seconds, unit: 's' }]
  if (seconds < HOUR_S) return pair(seconds, MINUTE_S, 'min', 's')
  if (seconds < DAYS_FROM_S) return pair(Math.floor(seconds / MINUTE_S), MINUTE_S, 'h', 'min')
  return pair(Math.floor(seconds / HOUR_S), DAY_S / HOUR_S, 'd', 'h')
}

/** "412 ms", "42 s", "6 min 42 s", "21 h 40 min", "3 d 4 h". */
export function formatDuration(ms: number): string {
  return durationParts(ms)
    .map(({ value, unit }) => `${value}${NO_BREAK_SPACE}${unit}`)
    .join(' ')
}

function pair(
  total: number,
  perLarge: number,
  large: DurationPart['unit'],
  small: DurationPart['unit'],
): DurationPart[] {
  const rest = total % perLarge
  const first: DurationPart = { value: Math.floor(total / perLarge), unit: large }
  return rest === 0 ? [first] : [first, { value: rest, unit: small }]
}
