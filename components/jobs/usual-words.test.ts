import { expect, test } from 'vitest'
import { jobFixture, NOW } from './job-fixture.test-data'
import { isSlow, slowAfterMs } from './pace-words'
import { basisWords, scaleOf } from './usual-words'

const MINUTE = 60_000
const usual = {
  fromMs: 12 * MINUTE,
  toMs: 18 * MINUTE,
  count: 9,
  format: 'VHD',
  sizeGib: { from: 2, to: 5 },
}

test('the scale ends a little behind the usual end, and grows when it is passed', () => {
  const early = scaleOf(6 * MINUTE, usual)
  expect(early.to).toBeCloseTo(90.9, 1)
  expect(early.elapsed).toBeLessThan(early.from)
  const late = scaleOf(30 * MINUTE, usual)
  expect(late.elapsed).toBeCloseTo(90.9, 1)
  expect(late.to).toBeLessThan(late.elapsed)
})

test('the basis is said in the project’s own imports', () => {
  expect(basisWords(usual)).toContain('Based on 9 finished VHD imports of 2 to 5\u00a0GiB in this project.')
  expect(basisWords({ ...usual, sizeGib: { from: 0, to: 1 } })).toContain('of less than 1\u00a0GiB')
  expect(basisWords({ ...usual, sizeGib: { from: 100, to: null } })).toContain('of 100\u00a0GiB or more')
})

test('an import is slow after twice its usual end, or two hours where there is none', () => {
  const job = jobFixture({
    usual,
    submittedAt: NOW - 40 * MINUTE,
    sentAt: NOW - 40 * MINUTE,
    runningAt: NOW - MINUTE,
  })
  expect(isSlow(job, NOW)).toBe(true)
  expect(isSlow({ ...job, usual: null }, NOW)).toBe(false)
  expect(slowAfterMs({ usual: null })).toBe(120 * MINUTE)
  expect(slowAfterMs({ usual: { ...usual, toMs: 1_000 } })).toBe(5 * MINUTE)
})
