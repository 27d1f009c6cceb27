import type { Read } from './file-check.ts'

const OFFSET_MASK = 0x00fffffffffffe00n
const COMPRESSED = 1n << 62n
/** Second-level tables looked at: enough for a sparse disk, bounded for a full one. */
const TABLES_MAX = 256
const FIRST_LEVEL_MAX_BYTES = 1024 * 1024

/**
 * Whether a qcow2 file points past its own end: first-level table, second-level tables and the clusters they
 * name (image-files.md 3.1). Compressed clusters are not followed.
 */
export async function qcowDamage(
  head: Buffer,
  clusterBits: number,
  read: Read,
  size: number,
): Promise<boolean> {
  const l1Bytes = Math.min(head.readUInt32BE(36) * 8, FIRST_LEVEL_MAX_BYTES)
  const l1At = Number(head.readBigUInt64BE(40))
  if (l1At + l1Bytes > size) return true
  const clusterBytes = 2 ** clusterBits
  const tables = offsets(await read(l1At, l1Bytes)).slice(0, TABLES_MAX)
  for (const table of tables) {
    if (table >= size) return true
    const clusters = offsets(await read(table, clusterBytes))
    if (clusters.some((cluster) => cluster >= size)) return true
  }
  return false
}

function offsets(table: Buffer): number[] {
  const found: number[] = []
  for (let at = 0; at + 8 <= table.length; at += 8) {
    const entry = table.readBigUInt64BE(at)
    if ((entry & COMPRESSED) !== 0n) continue
    const offset = Number(entry & OFFSET_MASK)
    if (offset !== 0) found.push(offset)
  }
  return found
}
