import { expect, test } from 'vitest'
import { type CurrentRow, currentIn } from './current-row'

const at = (id: string | null, place: number, listKey = 'all'): CurrentRow => ({ id, place, listKey })

test('the row is followed wherever it comes to stand', () => {
  expect(currentIn(['a', 'b', 'c'], 'all', at('b', 1))).toEqual(at('b', 1))
  expect(currentIn(['new', 'a', 'b'], 'all', at('b', 1))).toEqual(at('b', 2))
  expect(currentIn(['c', 'b', 'a'], 'sort=name', at('a', 0))).toEqual(at('a', 2, 'sort=name'))
})

test('where it is gone the row in its place follows it, and at the end the last one', () => {
  expect(currentIn(['a', 'c', 'd'], 'all', at('b', 1))).toEqual(at('c', 1))
  expect(currentIn(['a', 'b'], 'all', at('c', 2))).toEqual(at('b', 1))
  expect(currentIn([], 'all', at('a', 0))).toEqual(at(null, 0))
})

test('a list without it begins at its first row', () => {
  expect(currentIn(['x', 'y', 'z'], 'q=x', at('b', 1))).toEqual(at('x', 0, 'q=x'))
})

test('until somebody has been in the list it is the first row, whichever that is', () => {
  expect(currentIn(['new', 'a'], 'all', at(null, 0))).toEqual(at(null, 0))
})

test('nothing new is the same row', () => {
  const before = at('b', 1)
  expect(currentIn(['a', 'b'], 'all', before)).toBe(before)
  const first = at(null, 0)
  expect(currentIn(['a'], 'q=x', first)).toBe(first)
})
