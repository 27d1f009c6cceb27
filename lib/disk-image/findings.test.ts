import { beforeAll, describe, expect, test } from 'vitest'
import { type Finding, type FindingRequest, finding } from './findings/finding.ts'
import { findingsOf } from './findings.ts'
import type { Format, Inspection } from './inspection.ts'
import { look, sample, sampleNames, told } from './sample-files.fixture.ts'

const GIB = 1024 ** 3
const TIB = 1024 * GIB
let uefi: Inspection
let bios: Inspection
let iso: Inspection

beforeAll(async () => {
  uefi = await look(sample('qcow2-uefi.qcow2'), 'build/disk.qcow2')
  bios = await look(sample('qcow2-bios-compressed.qcow2'))
  iso = await look(sample('iso-hybrid.iso'))
})

const withSize = (virtualSizeBytes: number): Inspection => ({
  ...uefi,
  virtualSizeBytes,
  minDiskGb: Math.ceil(virtualSizeBytes / GIB),
})
const one = (inspection: Inspection, request: FindingRequest, id: string): Finding | undefined =>
  findingsOf(inspection, request).find((found) => found.id === id)

describe('minimum disk', () => {
  test('one too small is told in the words of its field, and cannot be overridden', () => {
    const found = one(withSize(40 * GIB + 1_396_224), { minDiskGb: 40 }, 'min-disk-too-small')
    expect(found).toMatchObject({
      severity: 'blocks',
      title: 'Minimum disk is 1 GB too small.',
      why: 'Enter 41 or more. The disk inside the file is 40.0013\u00a0GiB.',
      field: 'minDiskGb',
      imsCode: 'IMG.0055',
      overridable: false,
    })
  })

  test('a disk a little over its size may be cut where nothing stands behind, and no copy of a table', () => {
    const over = 40 * GIB + 1_396_224
    const cut = (changes: Partial<Inspection>) =>
      one({ ...withSize(over), fileName: 'web.vhd', ...changes }, { minDiskGb: 40 }, 'min-disk-too-small')
        ?.cure?.command
    const [partition] = uefi.partitions
    if (!partition) throw new Error('the sample has partitions')
    const upTo = (end: number) => ({
      partitionTable: 'mbr' as const,
      partitions: [{ ...partition, startBytes: GIB, sizeBytes: end - GIB }],
    })
    expect(cut(upTo(40 * GIB))).toBe(
      'qemu-img convert -O qcow2 web.vhd web-plain.qcow2 && qemu-img resize --shrink web-plain.qcow2 40G',
    )
    expect(cut(upTo(40 * GIB + 512))).toBeNull()
    expect(cut({ ...upTo(40 * GIB), partitionTable: 'gpt' })).toBeNull()
    expect(cut({ partitionTable: 'mbr', partitions: [] })).toBeNull()
    expect(cut({ ...upTo(40 * GIB), virtualSizeBytes: 40.5 * GIB })).toBeNull()
  })

  test('one that equals the disk is enough', () => {
    expect(one(withSize(40 * GIB), { minDiskGb: 40 }, 'min-disk')?.severity).toBe('passed')
  })

  test('is not known where the size is not, and not certain where its header is damaged', () => {
    expect(told({ ...uefi, virtualSizeBytes: null, minDiskGb: null }, { minDiskGb: 40 })).toContain(
      'unknown min-disk-unknown',
    )
    const damaged = {
      ...uefi,
      facts: [{ id: 'checksum-bad', evidence: { where: 'file', offset: 0 } }],
    } satisfies Inspection
    expect(told(damaged, { minDiskGb: 40 })).toContain('unknown min-disk-unknown')
  })
})

test.each<[string, number, FindingRequest, string[]]>([
  ['1024 GiB as a system disk', TIB, { kind: 'system' }, []],
  ['more as a system disk', TIB + 1, { kind: 'system' }, ['blocks too-large-for-system-disk']],
  ['more as a data disk', TIB + 1, { kind: 'data' }, []],
  ['more, undecided', TIB + 1, {}, ['warns too-large-for-system-disk']],
  ['3 TiB as a data disk', 3 * TIB, { kind: 'data' }, ['blocks too-large-for-data-disk']],
  ['3 TiB, undecided', 3 * TIB, {}, ['blocks too-large-for-system-disk']],
])('a disk of %s', (_, size, request, expected) => {
  expect(told(withSize(size), request).filter((line) => line.includes('too-large'))).toEqual(expected)
})

test.each<[string, Format, number, FindingRequest, string[]]>([
  ['128 GiB of QCOW2', 'qcow2', 128 * GIB, {}, []],
  [
    'more of QCOW2',
    'qcow2',
    128 * GIB + 1,
    { quickImport: true },
    ['blocks too-large-for-import', 'blocks quick-import-format'],
  ],
  ['more of RAW, undecided', 'raw', 200 * GIB, {}, ['warns too-large-for-import']],
  ['more of RAW by quick import', 'raw', 200 * GIB, { quickImport: true }, []],
  ['more of RAW without', 'raw', 200 * GIB, { quickImport: false }, ['blocks too-large-for-import']],
  ['too much of RAW for any way', 'raw', TIB + 1, { quickImport: true }, ['blocks too-large-for-import']],
])('a file of %s', (_, format, fileBytes, request, expected) => {
  const lines = told({ ...uefi, format, fileBytes }, request)
  expect(lines.filter((line) => /import/.test(line))).toEqual(expected)
})

describe('boot mode and processor', () => {
  test('a boot mode that the disk lacks is a warning with the way out', () => {
    expect(one(uefi, { kind: 'system', bootMode: 'bios' }, 'boot-mode-differs')).toMatchObject({
      severity: 'warns',
      field: 'bootMode',
      cure: { text: 'Set boot mode to UEFI.' },
    })
    expect(told(bios, { bootMode: 'uefi' })).toContain('warns boot-mode-differs')
    expect(one(uefi, { bootMode: 'uefi' }, 'boot-mode')?.severity).toBe('passed')
  })

  test('a disk for x86 that is asked to run on Arm is a warning', () => {
    expect(told(uefi, { architecture: 'arm' })).toContain('warns architecture-differs')
    expect(one(uefi, { architecture: 'x86' }, 'architecture')?.severity).toBe('passed')
  })

  test('Arm needs UEFI', () => {
    const arm: Inspection = { ...uefi, architecture: { ...uefi.architecture, value: 'arm64' } }
    expect(told(arm, { architecture: 'arm', bootMode: 'bios' })).toEqual(
      expect.arrayContaining(['informs arm64', 'warns arm-needs-uefi']),
    )
  })

  test('a data disk is not asked how it boots', () => {
    expect(
      told(uefi, { kind: 'data', bootMode: 'bios', architecture: 'arm' }).filter((line) =>
        /boot|arch/.test(line),
      ),
    ).toEqual([])
  })
})

describe('the kind of file', () => {
  test('an ISO as a disk is a warning, as an installer a fact', () => {
    expect(told(iso, { kind: 'system', madeFor: 'cloud-server' })).toContain('warns iso')
    expect(told(iso, { kind: 'system', madeFor: 'iso-installer' })).toContain('informs iso')
    expect(told(uefi, { kind: 'system', madeFor: 'iso-installer' })).toContain('warns installer-without-iso')
  })

  test('an ISO needs its operating system chosen', () => {
    expect(one(iso, { osVersion: null }, 'os-missing')).toMatchObject({
      severity: 'blocks',
      imsCode: 'IMG.0166',
      field: 'osVersion',
    })
    expect(one(iso, { osVersion: 'Ubuntu 18.04 server 64bit' }, 'os-missing')).toBeUndefined()
  })

  test('a system that differs from what the disk says is a warning', () => {
    expect(one(uefi, { osVersion: 'CentOS 7.7 64bit' }, 'os-differs')?.title).toBe(
      'The file looks like Ubuntu, you chose CentOS 7.7 64bit.',
    )
    expect(one(uefi, { osVersion: 'Ubuntu 18.04 server 64bit' }, 'operating-system')?.severity).toBe('passed')
  })

  test('the exceptions of automatic configuration are told while it is on', () => {
    const xfs: Inspection = { ...uefi, wholeDisk: { fileSystem: 'xfs', label: null } }
    expect(told(xfs, { osVersion: 'CentOS 8.0 64bit' })).toContain('warns no-driver-injection')
    expect(told(xfs, { osVersion: 'CentOS 8.0 64bit', automaticConfiguration: false })).not.toContain(
      'warns no-driver-injection',
    )
  })

  test('/usr on a partition of its own, and Windows with UEFI, get no drivers', () => {
    const partitions = uefi.partitions.map((partition) => ({ ...partition, mountPoint: '/usr' }))
    expect(told({ ...uefi, partitions })).toContain('warns separate-usr')
    const windows: Inspection = {
      ...uefi,
      osHints: [{ os: 'Windows', from: 'EFI folder', value: 'Microsoft', evidence: null }],
    }
    expect(told(windows)).toContain('warns windows-uefi')
  })

  test.each<[Format, string]>([
    ['parallels', 'blocks unsupported-format'],
    ['dmg', 'blocks unsupported-format'],
  ])('%s is not on the list', (format, line) => {
    expect(told({ ...uefi, format })).toContain(line)
  })
})

describe('every finding', () => {
  test('is one of the schema, in order of gravity, with one id only once', async () => {
    for (const name of sampleNames) {
      const findings = findingsOf(await look(sample(name), name), {
        kind: 'system',
        minDiskGb: null,
        osVersion: null,
      })
      for (const found of findings) expect(finding.parse(found)).toEqual(found)
      const ids = findings.map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
  })

  test('of a disk that cannot be read is unknown, never passed', async () => {
    const backed = await look(sample('qcow2-backing.qcow2'))
    const passed = findingsOf(backed, {
      kind: 'system',
      bootMode: 'bios',
      architecture: 'x86',
      minDiskGb: 40,
    }).filter(({ severity }) => severity === 'passed')
    for (const check of ['encryption', 'partition-table', 'boot-mode', 'architecture', 'stands-alone'])
      expect(passed.map((found) => found.check)).not.toContain(check)
  })

  test('has a command that a shell takes for one name, whatever the file is called', async () => {
    const name = "a'; rm -rf $HOME #.qcow2"
    const found = one(await look(sample('qcow2-backing.qcow2'), name), {}, 'backing-file')
    expect(found?.cure?.command).toBe(
      "qemu-img convert -O qcow2 'a'\\''; rm -rf $HOME #.qcow2' 'a'\\''; rm -rf $HOME #-plain.qcow2'",
    )
  })

  test('of an archive names its real disk', async () => {
    const ova = await look(sample('appliance.ova'), 'appliance.ova')
    expect(one(ova, {}, 'archive')?.cure?.command).toBe('tar -xf appliance.ova disk1.vmdk')
  })
})
