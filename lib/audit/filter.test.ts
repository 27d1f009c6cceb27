import { expect, test } from 'vitest'
import { filterFrom, filterQuery, isFiltered, NO_FILTER } from './filter.ts'
import { readFilter } from './read-filter.ts'

const of = (query: string) => {
  const asked = new URLSearchParams(query)
  return filterFrom((name) => asked.get(name))
}

test('an address says the same when it is read and written again', () => {
  const query = 'who=anna&what=import.submit&result=done&from=2026-11-01&to=2026-11-25&zone=Europe%2FBerlin'
  expect(filterQuery(of(query))).toBe(query)
})

test('what is not known in an address is left aside, and a zone alone filters nothing', () => {
  expect(isFiltered(of('page=3&after=x&zone=Europe%2FBerlin'))).toBe(false)
  expect(readFilter(NO_FILTER)).toEqual({ ok: true, value: {} })
})

test('the changes of one thing are asked for by its ids', () => {
  const filter = of('object=7091952d-6b0c-4e8f-a7c4-1f0a2f4d9be3,job-1')
  expect(readFilter(filter)).toEqual({
    ok: true,
    value: { objectIds: ['7091952d-6b0c-4e8f-a7c4-1f0a2f4d9be3', 'job-1'] },
  })
  expect(of(filterQuery(filter))).toEqual(filter)
})

test('the last day is meant whole, in the zone of who asked', () => {
  expect(readFilter(of('from=2026-11-25&to=2026-11-25&zone=Europe/Berlin'))).toEqual({
    ok: true,
    value: { since: Date.UTC(2026, 10, 24, 23), before: Date.UTC(2026, 10, 25, 23) },
  })
})

test.each([
  ['result=perhaps', 'result'],
  ['what=image.explode', 'what'],
  ['from=yesterday', 'from'],
  ['to=2026-13-01', 'to'],
  ['from=2026-11-25&to=2026-11-24', 'to'],
  ['from=2026-11-25&zone=Nowhere/At_All', 'from'],
])('%s is told at its field', (query, field) => {
  expect(readFilter(of(query))).toMatchObject({ ok: false, error: { field } })
})
