import { beforeAll, describe, expect, test } from 'vitest'
import { bytesInMemory } from '../disk-image/bytes-in-memory.ts'
import { inspect } from '../disk-image/inspect.ts'
import type { Inspection, OsHint } from '../disk-image/inspection.ts'
import { fillingOf, foundInFile, inFileAlone } from './found-in-file.ts'
import { OS_FAMILIES } from './operating-systems.ts'

let nothingKnown: Inspection
beforeAll(async () => {
  nothingKnown = await inspect(bytesInMemory(new Uint8Array(4096)), { fileName: 'x.raw' })
})

const hint = (os: OsHint['os'], from = 'file name', value = ''): OsHint => ({
  os,
  from,
  value,
  evidence: null,
})
const system = (os: OsHint['os'], fileName: string, changes: Partial<Inspection> = {}) =>
  foundInFile({ ...nothingKnown, fileName, osHints: [hint(os)], ...changes }).osVersion

describe('the operating system', () => {
  test.each([
    ['Debian', 'debian-10-postgres.vhd', 'Debian GNU/Linux 10.0.0 64bit'],
    ['CentOS', 'centos70.qcow2', 'CentOS 7.0 64bit'],
    ['CentOS', 'centos-7.6.qcow2', 'CentOS 7.6 64bit'],
    ['Ubuntu', 'build-4412/ubuntu-18.04-web.vmdk', 'Ubuntu 18.04 server 64bit'],
    ['Ubuntu', 'ubuntu-server-16.04.3.img', 'Ubuntu 16.04.3 Server 64bit'],
    ['Fedora', 'Fedora 30.raw', 'Fedora 30 64bit'],
    ['openSUSE', 'openSUSE-15.1.qcow2', 'openSUSE 15.1 64bit'],
    ['Oracle Linux', 'oracle-linux-7.6.qcow2', 'Oracle Linux Server release 7.6 64bit'],
  ] as const)('%s in %s is %s', (os, fileName, value) => {
    expect(system(os, fileName)).toEqual({ value, from: 'name' })
  })

  test.each([
    ['CentOS', 'centos-7.qcow2', 'could be 7.0 to 7.7'],
    ['Debian', 'debian-12.qcow2', 'is not in the list'],
    ['Debian', 'debian-1.qcow2', 'is not Debian 10'],
    ['Debian', 'build-10-debian.qcow2', 'counts builds, perhaps'],
    ['Windows', 'windows-2016.vhdx', 'could be Standard or Datacenter'],
    ['Rocky Linux', 'rocky-8.raw', 'is a system that the list does not have'],
    ['Debian', '', 'has no name'],
  ] as const)('%s in %s is left to the person: it %s', (os, fileName, _why) => {
    expect(system(os, fileName)).toBeUndefined()
  })

  test('what stands in the file goes before its name', () => {
    const osHints = [hint('CentOS', 'volume id', 'CentOS 7.6 x86_64')]
    expect(system('CentOS', 'centos-7.2.iso', { osHints })).toEqual({
      value: 'CentOS 7.6 64bit',
      from: 'file',
    })
  })

  test('two systems on one disk fill in none', () => {
    const osHints = [hint('Ubuntu', 'EFI folder', 'ubuntu'), hint('Windows', 'EFI folder', 'Microsoft')]
    expect(system('Ubuntu', 'ubuntu-18.04.raw', { osHints })).toBeUndefined()
  })

  test('a 32-bit loader chooses the 32-bit system', () => {
    const architecture = { value: 'x86' as const, because: '', evidence: null }
    expect(system('CentOS', 'centos-7.0.raw', { architecture })?.value).toBe('CentOS 7.0 32bit')
  })

  test('whatever the file is called, only a system of the list is filled in', () => {
    const all = new Set(OS_FAMILIES.flatMap(({ versions }) => versions))
    for (const name of ['ubuntu-((((', 'ubuntu-14.04.', 'ubuntu--1.1.1.1', 'ubuntu-99999999999'])
      expect(all.has(system('Ubuntu', name)?.value ?? 'Fedora 30 64bit')).toBe(true)
  })
})

test('a disk fills in its size, and how it boots', () => {
  const found = foundInFile({
    ...nothingKnown,
    format: 'qcow2',
    virtualSizeBytes: 42_951_106_560,
    minDiskGb: 41,
    bootMode: { value: 'uefi', because: '', evidence: null },
    architecture: { value: 'arm64', because: '', evidence: null },
  })
  expect(found).toMatchObject({
    minDiskGb: { value: '41', from: 'file' },
    bootMode: { value: 'uefi', from: 'file' },
    architecture: { value: 'arm', from: 'file' },
  })
  expect(found.madeFor).toBeUndefined()
})

test('an installer fills in what it is, and no size of the disk to come', () => {
  const found = foundInFile({ ...nothingKnown, format: 'iso', virtualSizeBytes: 49_152, minDiskGb: 1 })
  expect(found.madeFor).toEqual({ value: 'iso-installer', from: 'file' })
  expect(found.minDiskGb).toBeUndefined()
})

test('a disk that boots both ways leaves the choice', () => {
  expect(
    foundInFile({ ...nothingKnown, bootMode: { value: 'hybrid', because: '', evidence: null } }).bootMode,
  ).toBeUndefined()
  expect(foundInFile(null)).toEqual({})
})

test('a field the person has set is left alone, and nothing of an earlier file stays in the others', () => {
  const found = {
    minDiskGb: { value: '41', from: 'file' },
    bootMode: { value: 'uefi', from: 'file' },
    osVersion: { value: 'CentOS 7.0 64bit', from: 'name' },
  } as const
  expect(fillingOf(inFileAlone(found), (name) => name === 'minDiskGb')).toEqual({
    bootMode: 'uefi',
    osVersion: '',
    madeFor: 'cloud-server',
    architecture: 'x86',
  })
})
