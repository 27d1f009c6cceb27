/** From a virtual sector of a sparse VMDK to its grain: VMware, "Virtual Disk Format 5.0", "Hosted Sparse Extents". */
import { ceilDivide, le32, le64, smaller } from '../fields.ts'
import type { Fact } from '../inspection.ts'
import { mappedDisk, tableEntry } from '../mapped-disk.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import type { Unpack } from '../unpack.ts'
import { fact } from './reading.ts'

export type VmdkLayout = {
  sizeBytes: bigint
  grainBytes: bigint
  directoryAt: bigint
  tableEntries: bigint
  /** An entry of 1 means zeros. */
  zeroGrains: boolean
  compressed: boolean
  hasParent: boolean
}

const SECTOR = 512n
const ZERO_GRAIN = 1
/** Before the packed bytes of a grain: its first sector (8) and their length (4). */
const GRAIN_MARKER_BYTES = 12
const CHECKED_TABLE_BYTES = 64 * 1024

export function vmdkDisk(file: Medium, layout: VmdkLayout, unpack: Unpack): Medium {
  const { grainBytes, tableEntries } = layout
  let unpacked: { sector: number; bytes: Uint8Array } | null = null
  return mappedDisk(file, layout.sizeBytes, async (offset) => {
    const grain = offset / grainBytes
    const inGrain = offset % grainBytes
    const left = grainBytes - inGrain
    const nothing = layout.hasParent ? 'elsewhere' : ({ kind: 'zeros', length: left } as const)
    const table = await tableEntry(file, layout.directoryAt + 4n * (grain / tableEntries), 4)
    if (isUnread(table)) return table
    if (le32(table, 0) === 0) return nothing
    const entry = await tableEntry(file, SECTOR * BigInt(le32(table, 0)) + 4n * (grain % tableEntries), 4)
    if (isUnread(entry)) return entry
    const sector = le32(entry, 0)
    if (sector === 0) return nothing
    if (sector === ZERO_GRAIN && layout.zeroGrains) return { kind: 'zeros', length: left }
    if (!layout.compressed) return { kind: 'stored', at: SECTOR * BigInt(sector) + inGrain, length: left }
    if (unpacked?.sector !== sector) {
      const bytes = await unpackGrain(file, sector, offset - inGrain, layout, unpack)
      if (isUnread(bytes)) return bytes
      unpacked = { sector, bytes }
    }
    const rest = unpacked.bytes.subarray(Number(inGrain))
    return rest.length === 0 ? 'damaged' : { kind: 'unpacked', bytes: rest }
  })
}

/** The last grain of a disk may hold less than a whole one. */
async function unpackGrain(
  file: Medium,
  sector: number,
  start: bigint,
  { grainBytes, sizeBytes }: VmdkLayout,
  unpack: Unpack,
): Promise<Uint8Array | Unread> {
  const at = SECTOR * BigInt(sector)
  const marker = await tableEntry(file, at, GRAIN_MARKER_BYTES)
  if (isUnread(marker)) return marker
  const length = le32(marker, 8)
  if (le64(marker, 0) * SECTOR !== start || BigInt(length) > grainBytes * 2n) return 'damaged'
  const packed = await tableEntry(file, at + BigInt(GRAIN_MARKER_BYTES), length)
  if (isUnread(packed)) return packed
  const bytes = unpack.zlib(packed, Number(grainBytes))
  const wanted = smaller(sizeBytes - start, grainBytes)
  return BigInt(bytes.length) < wanted ? 'damaged' : bytes
}

/** Looks for tables and grains past the end of the file, in the table that lies farthest into it. */
export async function vmdkEnd(file: Medium, layout: VmdkLayout): Promise<Fact[] | Unread> {
  const tables = ceilDivide(ceilDivide(layout.sizeBytes, layout.grainBytes), layout.tableEntries)
  const directoryBytes = Number(smaller(tables * 4n, BigInt(CHECKED_TABLE_BYTES)))
  const directory = await tableEntry(file, layout.directoryAt, directoryBytes)
  if (directory === 'cut')
    return [
      fact('truncated', { offset: layout.directoryAt, value: 'The file ends inside the grain directory.' }),
    ]
  if (isUnread(directory)) return directory
  let farthest = 0n
  for (let at = 0; at < directory.length; at += 4) {
    const tableAt = SECTOR * BigInt(le32(directory, at))
    if (tableAt > farthest) farthest = tableAt
  }
  if (farthest === 0n) return []
  const table = await tableEntry(file, farthest, Number(layout.tableEntries) * 4)
  if (table === 'cut')
    return [fact('truncated', { offset: farthest, value: 'A grain table lies past the end of the file.' })]
  if (isUnread(table)) return table
  for (let at = 0; at < table.length; at += 4)
    if (SECTOR * BigInt(le32(table, at)) >= file.sizeBytes)
      return [
        fact('truncated', {
          offset: farthest + BigInt(at),
          value: `A grain lies at sector ${le32(table, at)}.`,
        }),
      ]
  return []
}
