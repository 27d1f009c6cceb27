/** Calendar days as text, "2026-11-28", and the moments at which they begin somewhere. */

import { MONTHS } from './time.ts'

const DAY_MS = 24 * 3_600_000
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day of the calendar, written as a date field of the browser gives it. */
export function isDay(text: string): boolean {
  const noon = Date.parse(`${text}T12:00:00Z`)
  return DAY.test(text) && !Number.isNaN(noon) && new Date(noon).toISOString().startsWith(text)
}

/** An IANA name that this process knows: "Europe/Berlin", "UTC". */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

/** When the day begins there, epoch milliseconds. Where clocks skip midnight, the first moment after it. */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const first = midnight - offsetAt(midnight, timeZone)
  // The clocks may have been changed between the two guesses.
  return midnight - offsetAt(first, timeZone)
}

/** The day that a moment falls on there. */
export function dayOf(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10)
}

/** The day after; for the end of a span that includes its last day. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
}

/** "20 Nov to 25 Nov 2026", "since 20 Nov 2026", "until 25 Nov 2026"; null for a span without ends. */
export function daySpan(from: string | null, to: string | null): string | null {
  if (from === to) return from && dayWords(from)
  if (!from) return to && `until ${dayWords(to)}`
  if (!to) return `since ${dayWords(from)}`
  const isOneYear = from.slice(0, 4) === to.slice(0, 4)
  return `${isOneYear ? dayWords(from).slice(0, -' 2026'.length) : dayWords(from)} to ${dayWords(to)}`
}

/** "Today, 25 Nov 2026", "Yesterday, …", else the date alone. */
export function dayHeading(day: string, today: string): string {
  if (day === today) return `Today, ${dayWords(day)}`
  return nextDay(day) === today ? `Yesterday, ${dayWords(day)}` : dayWords(day)
}

function dayWords(day: string): string {
  const [year, month, date] = day.split('-')
  return `${Number(date)}\u00a0${MONTHS[Number(month) - 1] ?? ''}\u00a0${year}`
}

/** Making one takes a hundred times what using it does, and a list asks once a row. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(timeZone, made)
  return made
}

/** By how much the clocks there are ahead of UTC, milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const [year, month, day] = [part('year'), part('month') - 1, part('day')]
  const shown = Date.UTC(year, month, day, part('hour'), part('minute'), part('second'))
  return shown - Math.floor(at / 1000) * 1000
}
