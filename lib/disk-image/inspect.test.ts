import { beforeAll, describe, expect, test } from 'vitest'
import { bytesInMemory } from './bytes-in-memory.ts'
import { inspect } from './inspect.ts'
import { INSPECTION_LIMITS } from './read-budget.ts'
import {
  diskInside,
  expectedOf,
  look,
  rawCopy,
  sample,
  sampleNames,
  summary,
  told,
} from './sample-files.fixture.ts'

describe('samples', () => {
  test.each(sampleNames)('%s is told as its JSON says', async (name) => {
    const inspection = await look(sample(name), name)
    expect(summary(inspection)).toEqual(expectedOf(name))
    expect(inspection.reads.count).toBeLessThanOrEqual(INSPECTION_LIMITS.count)
    expect(inspection.reads.bytes).toBeLessThanOrEqual(INSPECTION_LIMITS.bytes)
  })
})

const MIB = 1024 * 1024

describe('raw disks', () => {
  let raw: Buffer
  /** Looks at the disk with some bytes changed, and puts them back: copies of whole disks would be slow. */
  async function lookWith(at: number, bytes: Uint8Array) {
    const before = Buffer.from(raw.subarray(at, at + bytes.length))
    raw.set(bytes, at)
    try {
      return await look(raw)
    } finally {
      raw.set(before, at)
    }
  }
  const placeOf = (name: string) => raw.indexOf(name, MIB, 'latin1')
  beforeAll(async () => {
    raw = await rawCopy(await diskInside(sample('qcow2-uefi.qcow2')))
  })

  test('a GPT disk is raw whatever it is called, and its end is checked', async () => {
    const inspection = await look(raw)
    expect(inspection).toMatchObject({
      format: 'raw',
      virtualSizeBytes: 24 * MIB,
      endChecked: true,
      bootMode: { value: 'uefi' },
    })
  })

  test('the backup table stands in for a lost first copy', async () => {
    const inspection = await lookWith(512, new Uint8Array(92))
    expect(inspection.bootMode.value).toBe('uefi')
    expect(told(inspection)).toContain('warns partition-table-damaged')
  })

  test('a first copy with a wrong checksum is not believed', async () => {
    expect(told(await lookWith(512 + 72, Buffer.of(99)))).toContain('warns partition-table-damaged')
  })

  test('a disk that ends before its backup table is a warning, before its partitions a block', async () => {
    expect(told(await look(raw.subarray(0, 20 * MIB)))).toContain('warns truncated')
    expect(told(await look(raw.subarray(0, 8 * MIB)))).toContain('blocks truncated')
  })

  test('without a loader on it, the EFI system partition boots nothing', async () => {
    const inspection = await lookWith(placeOf('EFI        '), new Uint8Array(32))
    expect(inspection.bootMode.value).toBe('unknown')
    expect(told(inspection)).toContain('warns no-efi-loader')
  })

  test('a loader under another name than the fallback is a warning', async () => {
    const inspection = await lookWith(placeOf('BOOTX64 EFI'), Buffer.from('GRUBX64 EFI'))
    expect(told(inspection)).toContain('warns no-fallback-loader')
  })

  test.each([
    ['BOOTAA64EFI', 'arm64'],
    ['BOOTIA32EFI', 'x86'],
  ])('%s names the architecture', async (loader, architecture) => {
    const inspection = await lookWith(placeOf('BOOTX64 EFI'), Buffer.from(loader))
    expect(inspection.architecture.value).toBe(architecture)
  })

  test('a BitLocker volume blocks a system disk and warns for a data disk', async () => {
    const volume = Buffer.alloc(4096)
    volume.write('-FVE-FS-', 3, 'latin1')
    const inspection = await lookWith(5 * MIB, volume)
    expect(told(inspection, { kind: 'system' })).toContain('blocks bitlocker')
    expect(told(inspection, { kind: 'data' })).toContain('warns bitlocker')
  })

  test('a fixed VHD that lost its footer is a raw disk with the wrong name', async () => {
    const inspection = await look(raw, 'disk.vhd')
    expect(inspection.format).toBe('raw')
    expect(told(inspection)).toContain('warns extension-mismatch')
  })
})

describe('files that are no image', () => {
  test('an empty file costs no read', async () => {
    const inspection = await look(new Uint8Array(), 'empty.img')
    expect(inspection).toMatchObject({ format: 'unknown', virtualSizeBytes: null, reads: { count: 0 } })
    expect(told(inspection)).toEqual(['blocks empty'])
  })

  test('text called .qcow2 is blocked, under no name it is not known', async () => {
    const text = Buffer.from('hello, not an image\n')
    expect(told(await look(text, 'text.qcow2'))).toContain('blocks extension-mismatch')
    expect(told(await look(text))).toEqual(['unknown format-unknown'])
  })

  test('ZVHD2 is told by its name alone, and not inspected', async () => {
    const inspection = await look(Buffer.alloc(4096, 7), 'disk.zvhd2')
    expect(inspection).toMatchObject({ format: 'unknown', virtualSizeBytes: null })
    expect(told(inspection)).toEqual(['unknown not-inspected'])
  })

  test('zeros are a raw disk only where the name says so', async () => {
    expect((await look(Buffer.alloc(MIB), 'disk.raw')).format).toBe('raw')
    expect((await look(Buffer.alloc(MIB), 'disk.bin')).format).toBe('unknown')
  })

  test('a file with the signs of two formats is blocked', async () => {
    const both = sample('qcow2-uefi.qcow2')
    both.write('CD001', 32_769, 'latin1')
    const inspection = await look(both)
    expect(inspection.format).toBe('qcow2')
    expect(told(inspection)).toContain('blocks several-formats')
  })
})

test('an inspection leaves the bytes of its source as they were', async () => {
  const bytes = sample('vhdx-uefi.vhdx').subarray(0, 4 * MIB)
  const before = Buffer.from(bytes)
  await look(bytes)
  expect(bytes.equals(before)).toBe(true)
})

test('a source that fails makes the inspection fail, not the file look damaged', async () => {
  const broken = { sizeBytes: 4096, read: () => Promise.reject(new Error('403')) }
  await expect(inspect(broken)).rejects.toThrow('403')
})

test('a source that gives less than its size is told as cut off', async () => {
  const bytes = sample('qcow2-uefi.qcow2')
  const short = { ...bytesInMemory(bytes.subarray(0, 300 * 1024)), sizeBytes: bytes.length }
  expect(told(await inspect(short))).toContain('blocks truncated')
})

test('without Zstandard, what needs it is unknown and nothing is blocked', async () => {
  const inspection = await inspect(bytesInMemory(sample('qcow2-hybrid-zstd.qcow2')))
  expect(inspection).toMatchObject({ insideUnread: 'packed', bootMode: { value: 'unknown' } })
  expect(told(inspection).filter((line) => line.startsWith('blocks'))).toEqual([])
})
