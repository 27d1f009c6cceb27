import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences, type Editable } from './edit.ts'
import { ownSide, rebase } from './rebase.ts'

const tag = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1', '2'))
const anyImage: fc.Arbitrary<Editable> = fc.record({
  name: fc.constantFrom('one', 'two', 'three'),
  description: fc.constantFrom('', 'x'),
  tags: fc
    .uniqueArray(tag, { selector: ([key]) => key })
    .map((tags) => tags.map(([key, value]) => `${key}=${value}`).sort()),
  minRamMb: fc.constantFrom(null, 1024, 2048),
  maxRamMb: fc.constantFrom(null, 4096),
  bootMode: fc.constantFrom('bios' as const, 'uefi' as const),
  isProtected: fc.boolean(),
})

const NOTHING: Editable = {
  name: 'one',
  description: '',
  tags: [],
  minRamMb: null,
  maxRamMb: null,
  bootMode: 'bios',
  isProtected: false,
}

test('what one did not touch is as the image says, and what one did touch is as one said', () => {
  fc.assert(
    fc.property(anyImage, anyImage, anyImage, (seen, mine, now) => {
      const result = rebase(seen, mine, now, 'ims')
      const touched = differences(seen, mine)
      for (const field of ['name', 'description', 'minRamMb', 'maxRamMb', 'bootMode', 'isProtected'] as const)
        expect(result[field]).toEqual(touched.includes(field) ? mine[field] : now[field])
    }),
  )
})

test('tags that someone else has added stay, and those one took off are gone', () => {
  const seen = { ...NOTHING, tags: ['a=1', 'b=1'] }
  const mine = { ...seen, tags: ['a=2'] }
  const now = { ...seen, tags: ['a=1', 'b=1', 'c=1'] }
  expect(rebase(seen, mine, now, 'ims').tags).toEqual(['a=2', 'c=1'])
})

test('without a change by anybody else it is what one said', () => {
  fc.assert(
    fc.property(anyImage, anyImage, (seen, mine) => {
      expect(rebase(seen, mine, seen, 'ims')).toEqual(mine)
    }),
  )
})

test('what one did is taken back, and what others did since is not', () => {
  const before = { ...NOTHING, tags: ['a=1'] }
  const done = { ...NOTHING, name: 'two', tags: ['a=1', 'c=1'] }
  const after = { ...done, description: 'theirs', tags: ['a=1', 'b=1', 'c=1'] }
  expect(rebase(done, before, after, 'ims')).toEqual({
    ...after,
    name: 'one',
    tags: ['a=1', 'b=1'],
  })
})

test('of two limits that make no sense together one’s own side is what one’s form said, both of them', () => {
  const seen = { ...NOTHING, minRamMb: 1024, maxRamMb: 4096 }
  const mine = { ...seen, minRamMb: 3072 }
  const now = { ...seen, name: 'two', maxRamMb: 2048 }
  expect(ownSide(seen, mine, now, ['minRamMb', 'maxRamMb'], 'ims')).toEqual({
    ...now,
    minRamMb: 3072,
    maxRamMb: 4096,
  })
})

test('of tags that both changed one’s own side keeps those that others added', () => {
  const seen = { ...NOTHING, tags: ['a=1'] }
  const mine = { ...seen, tags: ['a=2'] }
  const now = { ...seen, tags: ['a=3', 'b=1'] }
  expect(ownSide(seen, mine, now, ['tags'], 'ims').tags).toEqual(['a=2', 'b=1'])
})
