import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayHeading, dayOf, daySpan, isDay, isTimeZone, nextDay, startOfDay } from './day.ts'

describe('a day', () => {
  test.each(['2026-11-28', '2024-02-29'])('%s is one', (text) => expect(isDay(text)).toBe(true))
  test.each(['2026-02-29', '2026-13-01', '2026-1-1', '28.11.2026', '', '2026-11-28T00:00'])(
    '%s is none',
    (text) => expect(isDay(text)).toBe(false),
  )

  test.each([
    ['2026-11-28', 'UTC', '2026-11-28T00:00:00Z'],
    ['2026-11-28', 'Europe/Berlin', '2026-11-27T23:00:00Z'],
    ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00Z'],
    ['2026-11-28', 'Asia/Kathmandu', '2026-11-27T18:15:00Z'],
    ['2026-11-28', 'America/Los_Angeles', '2026-11-28T08:00:00Z'],
    // Clocks change at 2:00 and 3:00 of these days; midnight is before that.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00Z'],
    ['2026-11-25', 'Pacific/Kiritimati', '2026-11-24T10:00:00Z'],
  ])('%s begins in %s at %s', (day, zone, at) => {
    expect(new Date(startOfDay(day, zone)).toISOString()).toBe(new Date(at).toISOString())
  })

  test('is followed by the next, over the end of a month and a year', () => {
    expect([
      nextDay('2026-11-28'),
      nextDay('2026-11-30'),
      nextDay('2026-12-31'),
      nextDay('2024-02-28'),
    ]).toEqual(['2026-11-29', '2026-12-01', '2027-01-01', '2024-02-29'])
  })

  test('is told in a time zone that exists', () => {
    expect([
      isTimeZone('Europe/Berlin'),
      isTimeZone('UTC'),
      isTimeZone('Mars/Olympus'),
      isTimeZone(''),
    ]).toEqual([true, true, false, false])
  })
})

test.each([
  [null, null, null],
  ['2026-11-20', '2026-11-20', '20 Nov 2026'],
  ['2026-11-20', '2026-11-25', '20 Nov to 25 Nov 2026'],
  ['2025-12-31', '2026-01-01', '31 Dec 2025 to 1 Jan 2026'],
  ['2026-11-20', null, 'since 20 Nov 2026'],
  [null, '2026-11-25', 'until 25 Nov 2026'],
])('from %s to %s is said as %s', (from, to, words) => {
  expect(daySpan(from, to)?.replaceAll('\u00a0', ' ') ?? null).toBe(words)
})

test.each([
  ['2026-11-25', 'Today, 25\u00a0Nov\u00a02026'],
  ['2026-11-24', 'Yesterday, 24\u00a0Nov\u00a02026'],
  ['2025-01-03', '3\u00a0Jan\u00a02025'],
])('%s is headed %s', (day, words) => {
  expect(dayHeading(day, '2026-11-25')).toBe(words)
})

test('every moment lies within its day', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns')
  const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) })
  fc.assert(
    fc.property(moments, zones, (at, zone) => {
      const day = dayOf(at, zone)
      expect(startOfDay(day, zone)).toBeLessThanOrEqual(at)
      expect(startOfDay(nextDay(day), zone)).toBeGreaterThan(at)
    }),
  )
})
