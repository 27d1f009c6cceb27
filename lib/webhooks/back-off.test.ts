import { expect, test } from 'vitest'
import { ATTEMPTS_MAX, waitAfter } from './back-off.ts'

test('each wait is longer than the one before, until the last', () => {
  const waits = Array.from({ length: ATTEMPTS_MAX }, (_, index) => waitAfter(index + 1, null, 0.5))
  expect(waits).toEqual([10_000, 60_000, 300_000, 1_800_000, 7_200_000, 21_600_000, null])
})

test('waits are spread by a fifth', () => {
  expect(waitAfter(1, null, 0)).toBe(8_000)
  expect(waitAfter(1, null, 1)).toBe(12_000)
})

test('a receiver may ask for longer, up to six hours, and never for sooner', () => {
  expect(waitAfter(1, 120, 0.5)).toBe(120_000)
  expect(waitAfter(1, 1, 0.5)).toBe(10_000)
  expect(waitAfter(1, 999_999, 0.5)).toBe(21_600_000)
  expect(waitAfter(ATTEMPTS_MAX, 120, 0.5)).toBeNull()
})
