import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filtersQuery,
  type JobFilters,
  NO_FILTERS,
  parseFilters,
  readableFilters,
  STATE_FILTERS,
} from './filters.ts'

const parameters = (query: string) => Object.fromEntries(new URLSearchParams(query))

describe('filters in an address', () => {
  test('come back as they were written', () => {
    const day = fc.constantFrom('2026-11-20', '2026-11-25')
    const anyFilters: fc.Arbitrary<JobFilters> = fc
      .record({
        text: fc.string({ maxLength: 200, unit: 'binary' }).map((text) => text.trim()),
        state: fc.constantFrom(null, ...STATE_FILTERS),
        mine: fc.boolean(),
        days: fc.constantFrom<[string | null, string | null]>([null, null], ['2026-11-20', null]),
        to: fc.option(day),
        zone: fc.constantFrom('UTC', 'Europe/Berlin'),
      })
      .map(({ days: [from], to, zone, ...rest }) => ({
        ...rest,
        from,
        to,
        zone: from || to ? zone : NO_FILTERS.zone,
      }))
    fc.assert(
      fc.property(anyFilters, (filters) => {
        const query = filtersQuery(filters)
        expect(parseFilters(parameters(query))).toEqual({ ok: true, value: filters })
        expect(readableFilters(parameters(query))).toEqual(filters)
      }),
    )
  })

  test('are none without any', () => {
    expect(filtersQuery(NO_FILTERS)).toBe('')
    expect(readableFilters({})).toEqual(NO_FILTERS)
  })

  test.each([
    ['state=gone', 'Ask for a state by its word: queued, submitting, running'],
    ['mine=yes', 'Write mine=1'],
    ['from=20.11.2026', 'Write days as 2026-11-28.'],
    ['to=2026-02-30', 'Write days as 2026-11-28.'],
    ['from=2026-11-21&to=2026-11-20', 'The first day comes after the last'],
    ['from=2026-11-21&zone=Mars', 'Name the time zone'],
    [`q=${'a'.repeat(201)}`, 'Search for at most 200 characters.'],
  ])('%s is refused in a sentence by a route, and left out by a page', (query, sentence) => {
    const parsed = parseFilters(parameters(query))
    expect(parsed).toMatchObject({ ok: false, error: expect.stringContaining(sentence) })
    expect(() => readableFilters(parameters(`${query}&state=failed`))).not.toThrow()
  })

  test('a page keeps what it can read beside what it cannot', () => {
    expect(readableFilters(parameters('state=failed&from=gone&q=web'))).toEqual({
      ...NO_FILTERS,
      state: 'failed',
      text: 'web',
    })
  })
})
