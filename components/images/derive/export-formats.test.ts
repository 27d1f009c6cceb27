import { expect, test } from 'vitest'
import { formatsFor, suggestedKey } from './export-formats'

const GIB = 2 ** 30

test('a large image leaves by quick export alone, an encrypted one never by it', () => {
  expect(formatsFor({ sizeBytes: 3 * GIB, isEncrypted: false })).toHaveLength(5)
  expect(formatsFor({ sizeBytes: 129 * GIB, isEncrypted: false })).toEqual(['quick'])
  expect(formatsFor({ sizeBytes: 3 * GIB, isEncrypted: true })).not.toContain('quick')
  expect(formatsFor({ sizeBytes: 129 * GIB, isEncrypted: true })).toEqual([])
})

test.each([
  ['web base 12', 'web-base-12.qcow2'],
  ['  Größe / neu ', 'Gr-e-neu.qcow2'],
  ['', 'image.qcow2'],
])('the key for %j is %s', (name, key) => {
  expect(suggestedKey(name, 'qcow2')).toBe(key)
})
