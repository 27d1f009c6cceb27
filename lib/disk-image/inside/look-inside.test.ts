/** Disks made here, sector by sector, for what the samples do not hold. */
import { describe, expect, test } from 'vitest'
import { crc32 } from '../checksums.ts'
import { look, told } from '../sample-files.fixture.ts'

const MIB = 1024 * 1024
const ESP_TYPE = '28732ac11ff8d211ba4b00a0c93ec93b'
const LINUX_TYPE = 'af3dc60f838472478e793d69d8477de4'
const BIOS_BOOT_TYPE = '4861682149646f6e744e656564454649'

type Entry = { type: string; first: number; last: number }

/** A GPT with both its copies, in sectors of any size. */
function gptDisk(sectorBytes: number, entries: Entry[], sizeBytes = 2 * MIB): Buffer {
  const disk = Buffer.alloc(sizeBytes)
  const last = sizeBytes / sectorBytes - 1
  disk.set([0, 0, 2, 0, 0xee, 0xff, 0xff, 0xff, 1, 0, 0, 0], 446)
  disk.writeUInt32LE(last, 458)
  disk.writeUInt16LE(0xaa55, 510)
  const table = Buffer.alloc(128 * 128)
  entries.forEach(({ type, first, last: end }, at) => {
    table.write(type, at * 128, 'hex')
    table.writeBigUInt64LE(BigInt(first), at * 128 + 32)
    table.writeBigUInt64LE(BigInt(end), at * 128 + 40)
  })
  const tableSectors = table.length / sectorBytes
  for (const [me, other, tableAt] of [
    [1, last, 2],
    [last, 1, last - tableSectors],
  ] as const) {
    const header = Buffer.alloc(92)
    header.write('EFI PART')
    header.writeUInt32LE(92, 12)
    header.writeBigUInt64LE(BigInt(me), 24)
    header.writeBigUInt64LE(BigInt(other), 32)
    header.writeBigUInt64LE(BigInt(tableAt), 72)
    header.writeUInt32LE(128, 80)
    header.writeUInt32LE(128, 84)
    header.writeUInt32LE(crc32(table), 88)
    header.writeUInt32LE(crc32(header, 16), 16)
    header.copy(disk, me * sectorBytes)
    table.copy(disk, tableAt * sectorBytes)
  }
  return disk
}

type MbrEntry = { type: number; start: number; count: number; active?: true }

function mbrSector(entries: MbrEntry[]): Buffer {
  const sector = Buffer.alloc(512)
  entries.forEach(({ type, start, count, active }, slot) => {
    sector[446 + slot * 16] = active ? 0x80 : 0
    sector[450 + slot * 16] = type
    sector.writeUInt32LE(start, 454 + slot * 16)
    sector.writeUInt32LE(count, 458 + slot * 16)
  })
  sector.writeUInt16LE(0xaa55, 510)
  return sector
}

function mbrDisk(entries: MbrEntry[], links: [number, MbrEntry[]][] = []): Buffer {
  const disk = Buffer.alloc(2 * MIB)
  mbrSector(entries).copy(disk)
  for (const [at, logical] of links) mbrSector(logical).copy(disk, at * 512)
  return disk
}

describe('GPT', () => {
  test.each([512, 4096])('is read in sectors of %i bytes', async (sectorBytes) => {
    const first = MIB / sectorBytes
    const found = await look(gptDisk(sectorBytes, [{ type: LINUX_TYPE, first, last: first + 7 }]))
    expect(found).toMatchObject({
      partitionTable: 'gpt',
      sectorBytes,
      partitions: [{ startBytes: MIB, sizeBytes: 8 * sectorBytes }],
    })
    expect(told(found)).not.toContain('warns partition-table-damaged')
  })

  test('with both copies damaged it is a GPT of which nothing is believed', async () => {
    const disk = gptDisk(512, [{ type: LINUX_TYPE, first: 2048, last: 2055 }])
    disk[520] = 1
    disk[disk.length - 504] = 1
    const found = await look(disk)
    expect(found).toMatchObject({ partitionTable: 'gpt', partitions: [] })
    expect(told(found)).toContain('warns partition-table-damaged')
  })

  test('code in the first sector alone is no BIOS loader, a BIOS boot partition is', async () => {
    const entries = [{ type: ESP_TYPE, first: 2048, last: 2055 }]
    const bios = { type: BIOS_BOOT_TYPE, first: 2056, last: 2063 }
    const code = gptDisk(512, [{ type: LINUX_TYPE, first: 2048, last: 2055 }])
    code.fill(0xeb, 0, 100)
    expect((await look(code)).bootMode.value).toBe('unknown')
    expect((await look(gptDisk(512, [...entries, bios]))).bootMode.value).toBe('bios')
  })

  test('a partition whose end lies before its start has no size, below no circumstances a negative one', async () => {
    const found = await look(gptDisk(512, [{ type: LINUX_TYPE, first: 2055, last: 2048 }]))
    expect(found.partitions[0]?.sizeBytes).toBe(0)
  })
})

describe('MBR', () => {
  test('logical partitions are followed along their chain', async () => {
    const extended = { type: 5, start: 1024, count: 2048 }
    const found = await look(
      mbrDisk(
        [{ type: 0x83, start: 63, count: 100, active: true }, extended],
        [
          [
            1024,
            [
              { type: 0x83, start: 1, count: 10 },
              { type: 5, start: 100, count: 50 },
            ],
          ],
          [1124, [{ type: 0x82, start: 1, count: 10 }]],
        ],
      ),
    )
    expect(found.partitions.map(({ number, startBytes, type }) => [number, startBytes / 512, type])).toEqual([
      [1, 63, '83'],
      [2, 1024, '05'],
      [5, 1025, '83'],
      [6, 1125, '82'],
    ])
    expect(found.bootMode.value).toBe('bios')
  })

  test.each([
    ['points at itself', 0],
    ['leaves the extended partition', 4000],
  ])('a chain that %s ends there, and is damaged', async (_, start) => {
    const links: [number, MbrEntry[]][] = [
      [
        1024,
        [
          { type: 0x83, start: 1, count: 10 },
          { type: 5, start, count: 50 },
        ],
      ],
    ]
    const found = await look(mbrDisk([{ type: 15, start: 1024, count: 2048 }], links))
    expect(told(found)).toContain('warns partition-table-damaged')
  })

  test('an active partition of NTFS looks like Windows', async () => {
    const disk = mbrDisk([{ type: 7, start: 2048, count: 100, active: true }])
    disk.write('NTFS    ', MIB + 3)
    expect((await look(disk)).osHints.map(({ os }) => os)).toEqual(['Windows'])
  })

  test('a partition that ends after the disk tells that the disk is cut off', async () => {
    expect(told(await look(mbrDisk([{ type: 0x83, start: 2048, count: 100_000 }])))).toContain(
      'blocks truncated',
    )
  })
})

test.each<[string, number, string | Buffer, string]>([
  ['XFS', 0, 'XFSB', 'xfs'],
  ['ext', 1080, Buffer.of(0x53, 0xef), 'ext2'],
  ['Btrfs', 65_600, '_BHRfS_M', 'btrfs'],
  ['swap', 4086, 'SWAPSPACE2', 'swap'],
  ['squashfs', 0, 'hsqs', 'squashfs'],
  ['exFAT', 3, 'EXFAT   ', 'exfat'],
  ['LUKS', 0, Buffer.from('LUKS\xba\xbe\0\x02', 'latin1'), 'luks'],
  ['a RAID member', 4096, Buffer.of(0xfc, 0x4e, 0x2b, 0xa9), 'raid'],
])('%s is known by its magic', async (_, at, magic, kind) => {
  const disk = mbrDisk([{ type: 0x83, start: 2048, count: 2048 }])
  disk.set(typeof magic === 'string' ? Buffer.from(magic) : magic, MIB + at)
  expect((await look(disk)).partitions[0]?.fileSystem).toBe(kind)
})
