import { expect, test } from 'vitest'
import { bytesInMemory } from './bytes-in-memory.ts'
import { withReadBudget } from './read-budget.ts'

const KIB = 1024
const bytes = Uint8Array.from({ length: 1000 * KIB }, (_, at) => (at >> 8) & 0xff)
const limits = { count: 3, bytes: 512 * KIB }

test('pages are fetched once, and neighbours together', async () => {
  const file = withReadBudget(bytesInMemory(bytes), limits)
  expect(await file.read(60n * 1024n, 10 * KIB)).toEqual(bytes.subarray(60 * KIB, 70 * KIB))
  expect(await file.read(0n, 128 * KIB)).toEqual(bytes.subarray(0, 128 * KIB))
  expect(file.spent).toEqual({ count: 1, bytes: 128 * KIB })
})

test('a read beyond the number of reads gives no bytes and costs nothing', async () => {
  const file = withReadBudget(bytesInMemory(bytes), limits)
  for (const page of [1n, 3n, 5n]) await file.read(page * 65_536n, 1)
  expect(await file.read(7n * 65_536n, 1)).toBe('budget')
  expect(file.spent.count).toBe(limits.count)
})

test('a read beyond the number of bytes gives no bytes', async () => {
  const file = withReadBudget(bytesInMemory(bytes), { count: 8, bytes: 100 * KIB })
  expect(await file.read(0n, 128 * KIB)).toBe('budget')
})

test('what lies outside the file is past its end, at any distance', async () => {
  const file = withReadBudget(bytesInMemory(bytes), limits)
  expect(await file.read(BigInt(bytes.length), 1)).toBe('past-end')
  expect(await file.read(2n ** 70n, 512)).toBe('past-end')
  expect(await file.read(-1n, 1)).toBe('past-end')
})

test('a source that gives less than its size is cut, one that gives more is not believed', async () => {
  const short = { sizeBytes: bytes.length, read: async () => bytes.subarray(0, 100) }
  expect(await withReadBudget(short, limits).read(0n, 200)).toBe('cut')
  const long = { sizeBytes: 100, read: async () => bytes }
  expect(await withReadBudget(long, limits).head()).toHaveLength(100)
})
