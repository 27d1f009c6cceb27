import { expect, test } from 'vitest'
import { naturalKey } from './listed.ts'
import { listed } from './listed-images.fixture.ts'
import { SORT_KEYS, sorted } from './sorting.ts'

const named = (names: readonly (string | null)[]) => names.map((name, index) => listed(index, { name }))
const namesOf = (rows: ReturnType<typeof named>) => rows.map(({ image }) => image.name)

test('names sort as people count', () => {
  const rows = named(['web-10', 'Web-9', null, 'web-009a', 'éclair', 'eclair-2', 'web', 'db'])
  expect(namesOf(sorted(rows, { by: 'name', isDescending: false }))).toEqual([
    'db',
    'éclair',
    'eclair-2',
    'web',
    'Web-9',
    'web-009a',
    'web-10',
    null,
  ])
})

test('what has no value stands last both ways, and nobody’s own list is changed', () => {
  const rows = [listed(1, { sizeBytes: null }), listed(2, { sizeBytes: 5 }), listed(3, { sizeBytes: 50 })]
  const before = [...rows]
  const numbers = (isDescending: boolean) =>
    sorted(rows, { by: 'size', isDescending }).map(({ image }) => Number(image.id.slice(-1)))
  expect(numbers(true)).toEqual([3, 2, 1])
  expect(numbers(false)).toEqual([2, 3, 1])
  expect(rows).toEqual(before)
})

test('rows that are alike keep one order, the newest first', () => {
  const rows = [listed(3), listed(1), listed(2)]
  for (const by of SORT_KEYS.filter((each) => !['name', 'created', 'changed'].includes(each)))
    for (const isDescending of [true, false])
      expect(sorted(rows, { by, isDescending }).map(({ image }) => image.name)).toEqual([
        'image-1',
        'image-2',
        'image-3',
      ])
})

test('a long number is larger than a short one, whatever it is written with', () => {
  expect(naturalKey('v2') < naturalKey('v10')).toBe(true)
  expect(naturalKey('v002')).toBe(naturalKey('v2'))
  expect(naturalKey(`v${'9'.repeat(60)}`) < naturalKey('va')).toBe(true)
})
