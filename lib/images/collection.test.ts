import { beforeEach, describe, expect, test } from 'vitest'
import type { ImageScope } from '../cloud/images/scopes.ts'
import { ImageCollection, type Pass } from './collection.ts'
import { anImage, NOW } from './listed-images.fixture.ts'
import type { ImagePage, ImageSummary } from './view.ts'

let list: ImageCollection
beforeEach(() => {
  list = new ImageCollection()
})

const page = (images: readonly ImageSummary[], next: number | null = null): ImagePage => ({
  images: [...images],
  next: next === null ? null : anImage(next).id,
  readAt: NOW,
})
const of = (...numbers: number[]) => numbers.map((number) => anImage(number))
const numbers = () => list.rows().map(({ image }) => Number(image.id.slice(-12)))
const pass = (scope: ImageScope = 'own'): Pass => {
  const current = list.pass(scope)
  if (!current) throw new Error('nothing is left to read')
  return current
}
const cursor = () => Number(pass().after?.slice(-12))

describe('reading', () => {
  test('goes on after the last image of each page, to the end', () => {
    list.go(pass(), page(of(1, 2), 2), 0)
    expect(cursor()).toBe(2)
    expect(list.isComplete('own')).toBe(false)
    list.go(pass(), page(of(3)), 1)
    expect(numbers()).toEqual([1, 2, 3])
    expect(list.isComplete('own')).toBe(true)
    expect(list.pass('own')).toBeNull()
  })

  test('a row that says the same is the same row', () => {
    list.go(pass(), page(of(1)), 0)
    const [before] = list.rows()
    list.refresh('own', page(of(1)), 1)
    expect(list.rows()[0]).toBe(before)
    list.refresh('own', page([anImage(1, { tags: ['new'] })]), 2)
    expect(list.rows()[0]?.text).toContain('new')
  })

  test('where the image to go on after is gone it goes on before it, further back each time', () => {
    list.go(pass(), page(of(1, 2, 3, 4), 4), 0)
    expect(list.goBack(pass())).toBe(true)
    expect(cursor()).toBe(3)
    expect(list.goBack(pass())).toBe(true)
    expect(cursor()).toBe(1)
    expect(list.goBack(pass())).toBe(true)
    expect(pass().after).toBeNull()
    expect(list.goBack(pass())).toBe(false)
  })

  test('a cloud that refuses every cursor is not asked for ever', () => {
    let asked = 0
    do {
      list.go(pass(), page(of(1, 2), 2), asked)
      asked += 1
    } while (list.goBack(pass()) && list.goBack(pass()) && asked < 100)
    expect(asked).toBeLessThan(10)
  })

  test('reading anew keeps the rows, and drops at the end what did not come again', () => {
    list.go(pass(), page(of(1, 2, 3, 4)), 0)
    list.begin('own')
    list.go(pass(), page(of(1, 3), 3), 1)
    expect(numbers()).toEqual([1, 3, 4])
    list.go(pass(), page([]), 2)
    expect(numbers()).toEqual([1, 3])
  })

  test('an answer to a reading that was given up says nothing', () => {
    list.go(pass(), page(of(1), 1), 0)
    const old = pass()
    list.begin('own')
    list.go(old, page(of(2)), 1)
    expect(numbers()).toEqual([1])
  })
})

describe('the newest page, read once more', () => {
  test('brings what is new, and takes what is gone as far as it reaches', () => {
    list.go(pass(), page(of(2, 3, 4, 5)), 0)
    list.refresh('own', page(of(1, 2, 4), 4), 1)
    expect(numbers().sort()).toEqual([1, 2, 4, 5])
    list.refresh('own', page(of(1, 2)), 2)
    expect(numbers().sort()).toEqual([1, 2])
  })

  test('does not move the place where a reading goes on, nor lose what came with it', () => {
    list.go(pass(), page(of(2, 3), 3), 0)
    list.refresh('own', page(of(1, 2), 2), 1)
    expect(cursor()).toBe(3)
    list.go(pass(), page(of(4)), 2)
    expect(numbers().sort()).toEqual([1, 2, 3, 4])
  })

  test('that knows none of the rows lets all be read', () => {
    list.go(pass(), page(of(8, 9)), 0)
    list.refresh('own', page(of(1, 2), 2), 1)
    expect(list.pass('own')).not.toBeNull()
  })
})

describe('what was done here', () => {
  test('is not taken back by an answer that was asked for before', () => {
    list.go(pass(), page(of(1, 2)), 0)
    list.change(anImage(1).id, { tags: ['team=web'] }, 10)
    list.refresh('own', page(of(1, 2)), 9)
    expect(list.rows()[0]?.image.tags).toEqual(['team=web'])
    list.refresh('own', page(of(1, 2)), 11)
    expect(list.rows()[0]?.image.tags).toEqual([])
  })

  test('a deleted image never comes back, and is no place to go on after', () => {
    list.go(pass(), page(of(1, 2), 2), 0)
    list.remove(anImage(2).id)
    expect(cursor()).toBe(1)
    list.refresh('own', page(of(1, 2), 2), 1)
    expect(numbers()).toEqual([1])
  })
})

test('an answered share is in one scope at a time', () => {
  list.go(pass('pending'), page(of(1)), 0)
  list.change(anImage(1).id, {}, 1, 'accepted')
  expect(list.rows()[0]?.scope).toBe('accepted')
  list.go(pass('rejected'), page(of(1)), 2)
  expect(list.rows()[0]?.scope).toBe('rejected')
})
