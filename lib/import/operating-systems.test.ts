import { expect, test } from 'vitest'
import { isOsVersion, OS_FAMILIES, osTypeOf, searchOs } from './operating-systems.ts'

const all = OS_FAMILIES.flatMap(({ versions }) => versions)
const found = (search: string) => searchOs(search).flatMap(({ versions }) => versions)

test('the list is the whole table of the API reference, each system once', () => {
  expect(all).toHaveLength(131)
  expect(new Set(all).size).toBe(131)
})

test('only the Windows family is Windows', () => {
  expect(osTypeOf('Windows Server 2016 Standard 64bit')).toBe('Windows')
  for (const version of [
    'CoreOS 1068.10.0',
    'EulerOS 2.9 64bit',
    'Debian GNU/Linux 10.0.0 64bit',
    'unknown',
  ]) {
    expect(osTypeOf(version)).toBe('Linux')
  }
  expect(all.filter((version) => osTypeOf(version) === 'Windows')).toHaveLength(15)
})

test('words match in any order and any case, within the family name too', () => {
  expect(found('7.7 centos')).toEqual(['CentOS 7.7 64bit'])
  expect(found('DEBIAN 10')).toEqual(['Debian GNU/Linux 10.0.0 64bit'])
  expect(found('redhat 7.6')).toContain('Redhat 7.6 64bit')
})

test('an empty search gives everything, an unknown word nothing, a megabyte no trouble', () => {
  expect(found('  ')).toHaveLength(131)
  expect(searchOs('amiga')).toEqual([])
  expect(searchOs('a'.repeat(1 << 20))).toEqual([])
  expect(searchOs('.*+?[(')).toEqual([])
})

test('no word that every object carries passes for a system', () => {
  for (const word of ['constructor', '__proto__', 'toString', '']) expect(isOsVersion(word)).toBe(false)
})
