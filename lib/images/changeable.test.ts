import { describe, expect, test } from 'vitest'
import { hasMemoryLimits, hasOtherBootMode } from './changeable.ts'

const image = { kind: 'system', architecture: 'x86', bootMode: 'bios' } as const

describe('another boot mode', () => {
  test.each([
    ['x86 by BIOS', {}, true],
    ['x86 by UEFI', { bootMode: 'uefi' }, true],
    ['Arm by UEFI, as it has to be', { architecture: 'arm', bootMode: 'uefi' }, false],
    ['Arm that another tool marked as BIOS', { architecture: 'arm' }, true],
    ['a data disk', { kind: 'data' }, false],
    ['one that is not known', { bootMode: null }, false],
  ] as const)('than that of %s', (_, difference, is) => {
    expect(hasOtherBootMode({ ...image, ...difference })).toBe(is)
  })
})

test('IMS takes no memory limits for data disks, Glance takes them for all', () => {
  expect(hasMemoryLimits({ kind: 'data' }, 'ims')).toBe(false)
  expect(hasMemoryLimits({ kind: 'data' }, 'glance')).toBe(true)
  expect(hasMemoryLimits({ kind: 'system' }, 'ims')).toBe(true)
})
