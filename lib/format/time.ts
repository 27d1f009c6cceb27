/**
 * Moments for people. Input is epoch milliseconds; `now` and the time zone are always given, so that a server, a
 * browser and a test each say which ones they mean.
 */

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const NO_BREAK_SPACE = '\u00a0'
/** Spelt here because en-GB writes "Sept" and en-US puts the month first. */
export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

type Wall = { year: number; month: number; day: number; hour: string; minute: string; second: string }

/** Making a format costs a hundred times what using it does, and a list has one for every row. */
const wallFormats = new Map<string, Intl.DateTimeFormat>()
const zoneFormats = new Map<string, Intl.DateTimeFormat>()

/** "4 s ago", "23 min ago", "3 h ago", then "yesterday, 17:20", "23 Nov", "23 Nov 2025". */
export function relativeTime(at: number, now: number, timeZone: string): string {
  const age = now - at
  if (age < 0) return age > -MINUTE_MS ? 'just now' : `${dayOf(at, now, timeZone)}, ${clock(at, timeZone)}`
  if (age < SECOND_MS) return 'just now'
  if (age < MINUTE_MS) return ago(age / SECOND_MS, 's')
  if (age < HOUR_MS) return ago(age / MINUTE_MS, 'min')
  if (age < DAY_MS) return ago(age / HOUR_MS, 'h')
  if (isDayBefore(at, now, timeZone)) return `yesterday, ${clock(at, timeZone)}`
  return dayOf(at, now, timeZone)
}

/** "14:02" */
export function clock(at: number, timeZone: string): string {
  const { hour, minute } = wall(at, timeZone)
  return `${hour}:${minute}`
}

/** "14:02:08" */
export function clockWithSeconds(at: number, timeZone: string): string {
  return `${clock(at, timeZone)}:${wall(at, timeZone).second}`
}

/** "25 Nov 2026, 14:02 CET" */
export function absoluteTime(at: number, timeZone: string): string {
  return `${date(at, timeZone)}, ${clock(at, timeZone)} ${zoneName(at, timeZone)}`
}

/** "25 Nov 2026, 14:02:08 CET (13:02:08 UTC)" */
export function fullTime(at: number, timeZone: string): string {
  const local = `${date(at, timeZone)}, ${clockWithSeconds(at, timeZone)} ${zoneName(at, timeZone)}`
  return zoneName(at, timeZone) === 'UTC' ? local : `${local} (${clockWithSeconds(at, 'UTC')} UTC)`
}

function date(at: number, timeZone: string): string {
  return `${dayAndMonth(at, timeZone)}${NO_BREAK_SPACE}${wall(at, timeZone).year}`
}

function dayOf(at: number, now: number, timeZone: string): string {
  const sameYear = wall(at, timeZone).year === wall(now, timeZone).year
  return sameYear ? dayAndMonth(at, timeZone) : date(at, timeZone)
}

function dayAndMonth(at: number, timeZone: string): string {
  const { day, month } = wall(at, timeZone)
  return `${day}${NO_BREAK_SPACE}${MONTHS[month - 1] ?? ''}`
}

/** Compares calendar days, not 24 hours: clocks change, and 23:50 is yesterday at 00:10 two days on. */
function isDayBefore(at: number, now: number, timeZone: string): boolean {
  const then = wall(at, timeZone)
  const today = wall(now, timeZone)
  const yesterday = new Date(Date.UTC(today.year, today.month - 1, today.day - 1))
  return (
    then.year === yesterday.getUTCFullYear() &&
    then.month === yesterday.getUTCMonth() + 1 &&
    then.day === yesterday.getUTCDate()
  )
}

function ago(amount: number, unit: string): string {
  return `${Math.floor(amount)}${NO_BREAK_SPACE}${unit} ago`
}

/** A list says the same few thousand moments again and again, and the present at each of them. */
const WALLS_MAX = 4_000
const walls = new Map<string, Map<number, Wall>>()

function wall(at: number, timeZone: string): Wall {
  let known = walls.get(timeZone)
  if (!known || known.size >= WALLS_MAX) {
    known = new Map()
    walls.set(timeZone, known)
  }
  const second = Math.floor(at / SECOND_MS)
  let found = known.get(second)
  if (!found) {
    found = readWall(at, timeZone)
    known.set(second, found)
  }
  return found
}

function readWall(at: number, timeZone: string): Wall {
  let format = wallFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    wallFormats.set(timeZone, format)
  }
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]))
  return {
    year: Number(part.get('year')),
    month: Number(part.get('month')),
    day: Number(part.get('day')),
    hour: part.get('hour') ?? '',
    minute: part.get('minute') ?? '',
    second: part.get('second') ?? '',
  }
}

function zoneName(at: number, timeZone: string): string {
  let format = zoneFormats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'short' })
    zoneFormats.set(timeZone, format)
  }
  const parts = format.formatToParts(at)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
