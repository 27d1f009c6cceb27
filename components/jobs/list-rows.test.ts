import { describe, expect, test } from 'vitest'
import type { JobList, JobSummary } from '@/lib/jobs/view'
import { jobFixture } from './job-fixture.test-data'
import { brought, countNew, lostIds, rowsOf } from './list-rows'

const job = (id: string, submittedAt: number, changes: Partial<JobSummary> = {}): JobSummary => ({
  ...jobFixture({ id, submittedAt, version: 1 }),
  ...changes,
})
const ended = (id: string, submittedAt: number, changes: Partial<JobSummary> = {}) =>
  job(id, submittedAt, { state: 'succeeded', endedAt: submittedAt + 1, ...changes })
const list = (jobs: JobSummary[], next: string | null = null): JobList => ({
  jobs,
  next,
  open: 0,
  working: 0,
  unseen: { count: 0, newest: [] },
  pollAfterMs: 1,
})
const ids = (rows: readonly JobSummary[]) => rows.map(({ id }) => id)

describe('rows of a list', () => {
  test('stand once, where they were read first', () => {
    const pages = [
      list([job('a', 3), job('b', 2)], 'more'),
      list([ended('a', 3, { version: 2 }), ended('c', 1)]),
    ]
    expect(ids(rowsOf(pages))).toEqual(['a', 'b', 'c'])
  })

  test('change in place, by whichever answer knows more', () => {
    const rows = [job('a', 3), job('b', 2), ended('c', 1)]
    const later = brought(rows, [
      list([job('b', 2, { version: 3, state: 'paused' })]),
      list([ended('a', 3, { version: 2 }), job('b', 2, { version: 2 })]),
      undefined,
    ])
    expect(ids(later)).toEqual(['a', 'b', 'c'])
    expect(later.map(({ state }) => state)).toEqual(['succeeded', 'paused', 'succeeded'])
  })

  test('never go back to an older answer', () => {
    const rows = [ended('a', 3, { version: 5 })]
    expect(brought(rows, [list([job('a', 3, { version: 4 })])])[0]?.state).toBe('succeeded')
  })
})

describe('what is new', () => {
  test('is what would stand among the rows, running or ended', () => {
    const rows = [job('a', 10), ended('b', 5)]
    const first = list([job('new', 20), job('a', 10), ended('quick', 9), ended('b', 5), ended('older', 1)])
    expect(countNew(rows, false, first)).toBe(2)
  })

  test('is not what moved up from a page that was not read', () => {
    expect(
      countNew([job('a', 10), job('b', 5)], false, list([job('b', 5), ended('a', 10), job('c', 1)])),
    ).toBe(0)
  })

  test('is all there is where nothing was', () => {
    expect(countNew([], true, list([ended('a', 1)]))).toBe(1)
  })
})

test('asked for by their ids are the rows that ran and that the first page has lost', () => {
  const rows = [job('a', 10), job('b', 9), ended('c', 8)]
  expect(lostIds(rows, list([job('b', 9)]))).toEqual(['a'])
})
