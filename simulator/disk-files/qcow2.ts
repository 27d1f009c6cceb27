import type { Piece } from '../demo-bucket/partition-tables.ts'
import { blocksOf } from './blocks.ts'

const CLUSTER_BITS = 16
const CLUSTER = 1 << CLUSTER_BITS
/** Entries of a second-level table: one cluster of 8 bytes each. */
const L2_ENTRIES = CLUSTER / 8
/** Set on an entry whose cluster has a reference count of one. */
const COPIED = 1n << 63n
const HEADER_BYTES = 104
const FIRST_FREE = 4

/**
 * A qcow2 file, version 3, of a disk with these pieces (QEMU docs/interop/qcow2): header, reference count table
 * and block, first-level table, then second-level tables and data clusters as they come.
 */
export function qcow2File(diskBytes: number, pieces: readonly Piece[]): Buffer {
  const data = blocksOf(pieces, CLUSTER)
  const l1 = Buffer.alloc(CLUSTER)
  const parts: Buffer[] = []
  const place = (part: Buffer) => BigInt((FIRST_FREE + parts.push(part) - 1) * CLUSTER)
  const tables = new Map<number, Buffer>()
  for (const [number, cluster] of data) {
    const index = Math.floor(number / L2_ENTRIES)
    let table = tables.get(index)
    if (!table) {
      table = Buffer.alloc(CLUSTER)
      tables.set(index, table)
      l1.writeBigUInt64BE(place(table) | COPIED, index * 8)
    }
    table.writeBigUInt64BE(place(cluster) | COPIED, (number % L2_ENTRIES) * 8)
  }

  const header = Buffer.alloc(CLUSTER)
  header.write('QFI\xfb', 0, 'latin1')
  header.writeUInt32BE(3, 4)
  header.writeUInt32BE(CLUSTER_BITS, 20)
  header.writeBigUInt64BE(BigInt(diskBytes), 24)
  header.writeUInt32BE(Math.ceil(diskBytes / (CLUSTER * L2_ENTRIES)), 36)
  header.writeBigUInt64BE(BigInt(3 * CLUSTER), 40)
  header.writeBigUInt64BE(BigInt(CLUSTER), 48)
  header.writeUInt32BE(1, 56)
  // 16 bits for each count.
  header.writeUInt32BE(4, 96)
  header.writeUInt32BE(HEADER_BYTES, 100)

  const countTable = Buffer.alloc(CLUSTER)
  countTable.writeBigUInt64BE(BigInt(2 * CLUSTER), 0)
  const counts = Buffer.alloc(CLUSTER)
  for (let number = 0; number < FIRST_FREE + parts.length; number += 1) counts.writeUInt16BE(1, number * 2)
  return Buffer.concat([header, countTable, counts, l1, ...parts])
}
