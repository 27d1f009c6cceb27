import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, dayOf, dayWords, startOfDay } from './day.ts'

const BERLIN = 'Europe/Berlin'

test.each([
  ['2026-11-25', 'UTC', '2026-11-25T00:00:00.000Z'],
  ['2026-11-25', BERLIN, '2026-11-24T23:00:00.000Z'],
  ['2026-07-01', BERLIN, '2026-06-30T22:00:00.000Z'],
  // The days on which clocks change begin by the clock of the day before.
  ['2026-03-29', BERLIN, '2026-03-28T23:00:00.000Z'],
  ['2026-10-25', BERLIN, '2026-10-24T22:00:00.000Z'],
  ['2026-11-25', 'Pacific/Kiritimati', '2026-11-24T10:00:00.000Z'],
])('%s in %s begins at %s', (day, zone, begin) => {
  expect(new Date(startOfDay(day, zone) ?? Number.NaN).toISOString()).toBe(begin)
})

test.each([
  ['2026-02-30', 'UTC'],
  ['25.11.2026', 'UTC'],
  ['', 'UTC'],
  ['2026-11-25', 'Mars/Olympus'],
])('%s in %s is no day', (day, zone) => {
  expect(startOfDay(day, zone)).toBeNull()
})

test('a day goes on into the next', () => {
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
})

test.each([
  ['2026-11-25', 'Today, 25\u00a0Nov\u00a02026'],
  ['2026-11-24', 'Yesterday, 24\u00a0Nov\u00a02026'],
  ['2025-01-03', '3\u00a0Jan\u00a02025'],
])('%s is headed %s', (day, words) => {
  expect(dayWords(day, '2026-11-25')).toBe(words)
})

test('every moment lies within its day', () => {
  const zones = fc.constantFrom('UTC', BERLIN, 'Asia/Kolkata', 'America/St_Johns')
  const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) })
  fc.assert(
    fc.property(moments, zones, (at, zone) => {
      const day = dayOf(at, zone)
      expect(startOfDay(day, zone)).toBeLessThanOrEqual(at)
      expect(startOfDay(dayAfter(day), zone)).toBeGreaterThan(at)
    }),
  )
})
