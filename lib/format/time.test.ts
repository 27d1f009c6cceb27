import { expect, test } from 'vitest'
import { absoluteTime, fullTime, relativeTime } from './time.ts'

const BERLIN = 'Europe/Berlin'
const NOW = Date.parse('2026-11-25T13:02:08Z')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  ['2026-11-25T13:02:08Z', 'just now'],
  ['2026-11-25T13:02:30Z', 'just now'],
  ['2026-11-25T13:02:04Z', '4 s ago'],
  ['2026-11-25T12:39:00Z', '23 min ago'],
  ['2026-11-24T13:02:09Z', '23 h ago'],
  ['2026-11-24T12:00:00Z', 'yesterday, 13:00'],
  ['2026-11-23T23:30:00Z', 'yesterday, 00:30'],
  ['2026-11-23T22:30:00Z', '23 Nov'],
  ['2025-11-23T12:00:00Z', '23 Nov 2025'],
  ['2026-11-26T12:00:00Z', '26 Nov, 13:00'],
])('%s reads as %s', (at, shown) => {
  expect(plain(relativeTime(Date.parse(at), NOW, BERLIN))).toBe(shown)
})

test('yesterday is the calendar day before, also over the end of a year', () => {
  const now = Date.parse('2027-01-01T12:00:00Z')
  expect(relativeTime(Date.parse('2026-12-31T11:00:00Z'), now, 'UTC')).toBe('yesterday, 11:00')
})

test('the full form names the zone and gives UTC beside it', () => {
  expect(plain(fullTime(NOW, BERLIN))).toBe('25 Nov 2026, 14:02:08 CET (13:02:08 UTC)')
  expect(plain(fullTime(NOW, 'UTC'))).toBe('25 Nov 2026, 13:02:08 UTC')
})

test('the absolute form is what a server can say without knowing the zone of the reader', () => {
  expect(plain(absoluteTime(NOW, 'UTC'))).toBe('25 Nov 2026, 13:02 UTC')
})
