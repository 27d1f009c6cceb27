import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likenessOf, usualOf } from './likeness.ts'

const GIB = 1024 ** 3
const file = (format: string, fileBytes: number) => ({ inspection: { format, fileBytes } }) as never
const SYSTEM = { kind: 'system', quickImport: false } as const

test('imports are alike by format, size and call', () => {
  const keyOf = (...parts: Parameters<typeof likenessOf>) => likenessOf(...parts)?.key
  const vhd = keyOf(file('vhd', 2.8 * GIB), SYSTEM)
  expect(keyOf(file('vhd', 4.9 * GIB), SYSTEM)).toBe(vhd)
  for (const other of [
    keyOf(file('vhd', 5 * GIB), SYSTEM),
    keyOf(file('qcow2', 2.8 * GIB), SYSTEM),
    keyOf(file('vhd', 2.8 * GIB), { ...SYSTEM, quickImport: true }),
    keyOf(file('vhd', 2.8 * GIB), { ...SYSTEM, kind: 'data' }),
  ])
    expect(other).not.toBe(vhd)
  expect(likenessOf({ inspection: null }, SYSTEM)).toBeNull()
})

test('every size is in the class that is named for it', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (bytes) => {
      const size = likenessOf(file('raw', Math.abs(bytes)), SYSTEM)?.sizeGib
      if (!size) throw new Error('no class')
      expect(Math.abs(bytes)).toBeGreaterThanOrEqual(size.from * GIB)
      if (size.to !== null) expect(Math.abs(bytes)).toBeLessThan(size.to * GIB)
    }),
  )
})

test('the usual time is the middle of what was, and nothing where that is too little', () => {
  const likeness = likenessOf(file('vhd', 3 * GIB), SYSTEM)
  if (!likeness) throw new Error('no likeness')
  expect(usualOf([60_000, 70_000], likeness)).toBeNull()
  expect(usualOf([60_000, 70_000, 80_000], likeness)).toMatchObject({
    fromMs: 60_000,
    toMs: 80_000,
    count: 3,
  })
  const many = [900_000, ...Array.from({ length: 18 }, (_, index) => 100_000 + index), 1]
  expect(usualOf(many, likeness)).toEqual({
    fromMs: 100_000,
    toMs: 100_016,
    count: 20,
    format: 'VHD',
    sizeGib: { from: 2, to: 5 },
  })
})
