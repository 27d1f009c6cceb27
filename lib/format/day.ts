/** Calendar days, `2026-11-25`, and when they begin in a time zone. */

import { MONTHS } from './time.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Epoch milliseconds of the day's first instant; null for what is no day, or an unknown time zone. */
export function startOfDay(day: string, timeZone: string): number | null {
  const [, year, month, date] = DAY.exec(day) ?? []
  if (year === undefined) return null
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date))
  if (new Date(midnight).toISOString().slice(0, 10) !== day || !isTimeZone(timeZone)) return null
  // Once for the offset, and again for where the clocks change between the guess and the day's begin.
  const guess = midnight - offsetAt(midnight, timeZone)
  return midnight - offsetAt(guess, timeZone)
}

/** The day after, `2026-11-26`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10)
}

/** The day a moment falls on. */
export function dayOf(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10)
}

/** "Today, 25 Nov 2026", "Yesterday, …", else the date alone. */
export function dayWords(day: string, today: string): string {
  const [year, month, date] = day.split('-')
  const words = `${Number(date)}\u00a0${MONTHS[Number(month) - 1] ?? ''}\u00a0${year}`
  if (day === today) return `Today, ${words}`
  return dayAfter(day) === today ? `Yesterday, ${words}` : words
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    // RangeError is how Intl says that it has no zone of this name.
    return false
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** By how many milliseconds the zone's clock is ahead of UTC. */
function offsetAt(at: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(timeZone, format)
  }
  const part = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return wall - Math.floor(at / 1000) * 1000
}
