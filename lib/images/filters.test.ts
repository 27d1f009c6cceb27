import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { IMAGE_SCOPES } from '../cloud/images/scopes.ts'
import {
  AGES,
  FACETS,
  filtersQuery,
  type ImageFilters,
  isFiltered,
  NO_FILTERS,
  ONE_OF,
  readFilters,
  readSize,
  SIZES,
  scopesOf,
  shownValues,
  withChosen,
} from './filters.ts'
import { readSort, SORT_KEYS, sortAfter, sortText, USUAL_SORT } from './sorting.ts'
import { IMAGE_KINDS, IMAGE_STATES } from './view.ts'

const read = (query: string) => readFilters(new URLSearchParams(query))

describe('filters in an address', () => {
  test('come back as they were written', () => {
    const word = fc.string({ minLength: 1, maxLength: 40, unit: 'binary' })
    const values = {
      owner: fc.constantFrom<string>(...IMAGE_SCOPES),
      status: fc.constantFrom<string>(...IMAGE_STATES),
      kind: fc.constantFrom<string>(...IMAGE_KINDS),
      system: word,
      tag: word,
      format: word,
      arch: fc.constantFrom('x86', 'arm'),
      boot: fc.constantFrom('bios', 'uefi', 'none'),
      size: fc.constantFrom<string>(...SIZES, '2.5-7'),
      age: fc.constantFrom<string>(...AGES),
      encrypted: fc.constantFrom('yes', 'no'),
      protected: fc.constantFrom('yes', 'no'),
    }
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200, unit: 'binary' }).map((text) => text.trim()),
        fc.record(
          Object.fromEntries(FACETS.map((facet) => [facet, fc.array(values[facet], { maxLength: 5 })])),
          { requiredKeys: [] },
        ),
        (text, chosen) => {
          const filters = FACETS.reduce<ImageFilters>(
            (all, facet) => withChosen(all, facet, chosen[facet] ?? []),
            { text, chosen: {} },
          )
          expect(read(filtersQuery(filters))).toEqual(filters)
        },
      ),
    )
  })

  test('whatever else stands in an address is left out, and never an error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FACETS, 'q', 'sort', 'x'),
        fc.string({ unit: 'binary' }),
        (name, text) => {
          const filters = readFilters(new URLSearchParams([[name, text]]))
          expect(readFilters(new URLSearchParams(filtersQuery(filters)))).toEqual(filters)
        },
      ),
    )
    expect(
      read('status=gone&size=9-1&age=3h&owner=them&boot=&tag=&format=&arch=&encrypted=1&page=7'),
    ).toEqual(NO_FILTERS)
    expect(read('status=gone&status=active').chosen.status).toEqual(['active'])
    expect(read(`q=${'x'.repeat(201)}`)).toEqual(NO_FILTERS)
  })

  test('the same filters have one address, whatever order they came in', () => {
    expect(filtersQuery(read('tag=b&status=error&tag=a&q=x&status=active&tag=a'))).toBe(
      'q=x&status=active&status=error&tag=a&tag=b',
    )
  })

  test('of a facet that has one value the last one counts', () => {
    for (const facet of ONE_OF) expect(withChosen(NO_FILTERS, facet, []).chosen).toEqual({})
    expect(read('age=7d&age=24h').chosen.age).toEqual(['24h'])
    expect(read('encrypted=yes&encrypted=no').chosen.encrypted).toEqual(['no'])
  })

  test('shared stands for all three answers, and the usual owners for no filter', () => {
    expect(read('owner=shared').chosen.owner).toEqual(['accepted', 'pending', 'rejected'])
    expect(filtersQuery(read('owner=shared&owner=own'))).toBe('owner=own&owner=shared')
    expect(read('owner=own&owner=pending&owner=accepted')).toEqual(NO_FILTERS)
    expect(scopesOf(NO_FILTERS)).toEqual(['own', 'pending', 'accepted'])
    expect(scopesOf(read('owner=public&owner=own'))).toEqual(['own', 'public'])
    expect(isFiltered(read('owner=own'))).toBe(true)
  })

  test('an owner is added to those that are shown without any choice, and the same ones are none', () => {
    expect(shownValues(NO_FILTERS, 'owner')).toEqual(['own', 'pending', 'accepted'])
    const more = withChosen(NO_FILTERS, 'owner', [...shownValues(NO_FILTERS, 'owner'), 'public'])
    expect(scopesOf(more)).toEqual(['own', 'pending', 'accepted', 'public'])
    const again = withChosen(
      more,
      'owner',
      shownValues(more, 'owner').filter((scope) => scope !== 'public'),
    )
    expect(filtersQuery(again)).toBe('')
    expect(shownValues(withChosen(NO_FILTERS, 'owner', []), 'owner')).toEqual(['own', 'pending', 'accepted'])
    expect(shownValues(NO_FILTERS, 'status')).toEqual([])
    expect(shownValues(read('status=error'), 'status')).toEqual(['error'])
  })

  test.each([
    ['0-1', 0, 2 ** 30],
    ['2.5-7', 2.5 * 2 ** 30, 7 * 2 ** 30],
    ['40-', 40 * 2 ** 30, Number.POSITIVE_INFINITY],
  ])('%s is a span of sizes', (text, from, below) => expect(readSize(text)).toEqual({ from, below }))

  test.each(['', '-', '-1', '1-1', '9-1', '1-2-3', 'a-b', '1e3-', ' 1-2', '1-2 '])('%j is none', (text) =>
    expect(readSize(text)).toBeNull(),
  )
})

describe('the sorting in an address', () => {
  test('comes back as it was written', () => {
    for (const by of SORT_KEYS)
      for (const isDescending of [true, false]) {
        const sort = { by, isDescending }
        expect(readSort(new URLSearchParams({ sort: sortText(sort) }))).toEqual(sort)
      }
    for (const text of ['', '-', '--name', 'Name', 'name,size', '-x'])
      expect(readSort(new URLSearchParams({ sort: text }))).toEqual(USUAL_SORT)
  })

  test('a header asks for its useful end first, and then for the other', () => {
    expect(sortAfter(USUAL_SORT, 'name')).toEqual({ by: 'name', isDescending: false })
    expect(sortAfter(USUAL_SORT, 'size')).toEqual({ by: 'size', isDescending: true })
    expect(sortAfter(USUAL_SORT, 'created')).toEqual({ by: 'created', isDescending: false })
  })
})
