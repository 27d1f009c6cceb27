/** From a virtual sector of a dynamic VHD to its block: "Block Allocation Table and Data Blocks". */
import { be32, ceilDivide } from '../fields.ts'
import type { Fact } from '../inspection.ts'
import { mappedDisk, tableEntry } from '../mapped-disk.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import { fact } from './reading.ts'

export type VhdLayout = { sizeBytes: bigint; tableAt: bigint; entries: number; blockBytes: bigint }

const UNALLOCATED = 0xffffffff
const SECTOR = 512n
const CHECKED_TABLE_BYTES = 64 * 1024

/** A bit for each sector stands before the data, padded to whole sectors. */
const bitmapBytes = (blockBytes: bigint) => ceilDivide(blockBytes / SECTOR, 8n * SECTOR) * SECTOR

/** The bitmaps are not looked at: in a disk without parent an unset bit reads as zeros, which the block holds too. */
export function vhdDisk(file: Medium, { sizeBytes, tableAt, blockBytes }: VhdLayout): Medium {
  const bitmap = bitmapBytes(blockBytes)
  return mappedDisk(file, sizeBytes, async (offset) => {
    const inBlock = offset % blockBytes
    const entry = await tableEntry(file, tableAt + 4n * (offset / blockBytes), 4)
    if (isUnread(entry)) return entry
    const length = blockBytes - inBlock
    const sector = be32(entry, 0)
    if (sector === UNALLOCATED) return { kind: 'zeros', length }
    return { kind: 'stored', at: BigInt(sector) * SECTOR + bitmap + inBlock, length }
  })
}

export async function vhdEnd(file: Medium, { tableAt, entries }: VhdLayout): Promise<Fact[] | Unread> {
  const table = await file.read(tableAt, Math.min(entries * 4, CHECKED_TABLE_BYTES))
  if (isUnread(table)) return table
  for (let at = 0; at < table.length; at += 4) {
    const sector = be32(table, at)
    if (sector !== UNALLOCATED && BigInt(sector) * SECTOR >= file.sizeBytes)
      return [
        fact('truncated', {
          offset: tableAt + BigInt(at),
          value: `A block lies at sector ${sector}, past the end.`,
        }),
      ]
  }
  return []
}
