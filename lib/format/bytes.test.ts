import { expect, test } from 'vitest'
import { exactBytes, formatBytes } from './bytes.ts'

const GIB = 1024 ** 3

test.each([
  [0, '0\u00a0bytes'],
  [1, '1\u00a0byte'],
  [1023, '1\u202f023\u00a0bytes'],
  [1024, '1\u00a0KiB'],
  [412 * 1024, '412\u00a0KiB'],
  [1023 * 1024, '1023\u00a0KiB'],
  [1024 ** 2 - 1, '1\u00a0MiB'],
  [2.86 * GIB, '2.86\u00a0GiB'],
  [40 * GIB, '40\u00a0GiB'],
  [1.5 * 1024 * GIB, '1.5\u00a0TiB'],
])('%d bytes read as %s', (bytes, shown) => {
  expect(formatBytes(bytes)).toBe(shown)
})

test('more digits show what three would hide', () => {
  expect(formatBytes(42_951_106_560)).toBe('40\u00a0GiB')
  expect(formatBytes(42_951_106_560, { digits: 6 })).toBe('40.0013\u00a0GiB')
})

test('exact bytes are grouped by narrow no-break spaces', () => {
  expect(exactBytes(42_951_106_560)).toBe('42\u202f951\u202f106\u202f560\u00a0bytes')
})
