import { describe, expect, test } from 'vitest'
import { JOB_STATES } from '@/lib/jobs/states'
import { jobFixture, NOW } from './job-fixture.test-data'
import { checkWords, isSlow, noChangeWords } from './pace-words'
import { type ImageCheck, phases } from './phases'

const WAITING: ImageCheck = { state: 'waiting' }
const shapes = (...args: Parameters<typeof phases>) => phases(...args).map(({ shape }) => shape)

describe('the phases of an import', () => {
  test.each(JOB_STATES)('are four in the state %s, at most one of them current', (state) => {
    const all = phases(jobFixture({ state }), WAITING)
    expect(all.map(({ name }) => name)).toEqual([
      'Submitted',
      'Queued',
      'IMS is importing the file',
      'Image is checked',
    ])
    expect(all.filter(({ current }) => current).length).toBeLessThanOrEqual(1)
  })

  test('a running one has waited, and runs since IMS began', () => {
    const [submitted, queued, importing] = phases(jobFixture({ state: 'running' }), WAITING)
    expect(submitted?.note).toBe('Accepted by IMS in 412\u00a0ms')
    expect(queued?.note).toBe('Waited 9\u00a0s')
    expect(importing).toMatchObject({ shape: 'running', current: true, time: { to: null } })
  })

  test('one that began and ended between two checks claims no time of waiting', () => {
    const [, queued] = phases(jobFixture({ state: 'succeeded', runningAt: null }), { state: 'fits' })
    expect(queued).toMatchObject({ shape: 'ok', note: null, time: null })
  })

  test('the outcome stands at the step where it was met', () => {
    expect(shapes(jobFixture({ state: 'rejected' }), WAITING)).toEqual([
      'bad',
      'pending',
      'pending',
      'pending',
    ])
    expect(shapes(jobFixture({ state: 'failed' }), WAITING)).toEqual(['ok', 'ok', 'bad', 'pending'])
    expect(shapes(jobFixture({ state: 'unconfirmed' }), WAITING)[0]).toBe('unconfirmed')
  })

  test('a paused one stands still where it was', () => {
    expect(shapes(jobFixture({ state: 'paused' }), WAITING)).toEqual(['ok', 'ok', 'paused', 'pending'])
    expect(shapes(jobFixture({ state: 'paused', runningAt: null }), WAITING)).toEqual([
      'ok',
      'paused',
      'pending',
      'pending',
    ])
  })

  test('a difference between image and request is a warning, not a failure', () => {
    const last = phases(jobFixture({ state: 'succeeded' }), {
      state: 'differs',
      differences: ['A.', 'B.'],
    })[3]
    expect(last).toMatchObject({ shape: 'warn', note: 'A. B.' })
  })
})

describe('what the page says of checks', () => {
  const job = jobFixture({ state: 'running', lastCheckedAt: NOW - 4000, nextCheckAt: NOW + 11_000 })

  test('last and next check', () => {
    expect(checkWords(job, NOW)).toBe('Checked 4\u00a0s ago, next check in 11\u00a0s')
    expect(checkWords(job, NOW + 11_000)).toBe('Checked 15\u00a0s ago, checking now')
    expect(checkWords({ ...job, lastCheckedAt: null, nextCheckAt: null }, NOW)).toBe('Not checked yet')
  })

  test('a clock behind the server’s makes no negative time', () => {
    expect(checkWords(job, NOW - 10_000)).toMatch(/^Checked 0\u00a0s ago/)
  })

  test('no change, in minutes once there is one', () => {
    expect(noChangeWords({ ...job, runningAt: NOW - 42_000 }, NOW)).toBe('No change for 42\u00a0s')
    expect(noChangeWords({ ...job, runningAt: NOW - 402_000 }, NOW)).toBe('No change for 6\u00a0min')
  })

  test('slow begins two hours after the last change, and only while IMS works', () => {
    const twoHours = 2 * 3600_000
    const job = jobFixture({
      submittedAt: NOW - 2 * twoHours,
      sentAt: NOW - 2 * twoHours,
      acceptedAt: NOW - 2 * twoHours,
    })
    expect(isSlow({ ...job, runningAt: NOW - twoHours }, NOW)).toBe(false)
    expect(isSlow({ ...job, runningAt: NOW - twoHours - 1 }, NOW)).toBe(true)
    expect(isSlow({ ...job, state: 'paused', runningAt: NOW - 2 * twoHours }, NOW)).toBe(false)
  })
})
