import type { Piece } from '../demo-bucket/partition-tables.ts'
import { blocksOf } from './blocks.ts'

const SECTOR = 512
const GRAIN_SECTORS = 128
const GRAIN = GRAIN_SECTORS * SECTOR
const TABLE_ENTRIES = 512
const TABLE_BYTES = TABLE_ENTRIES * 4
const DESCRIPTOR_SECTORS = 20

/**
 * A VMDK file, monolithicSparse, of a disk with these pieces (VMware Virtual Disk Format 5.0): header with the
 * descriptor inside, grain directory, then grain tables and grains as they come.
 */
export function vmdkFile(diskBytes: number, pieces: readonly Piece[]): Buffer {
  const capacity = Math.ceil(diskBytes / SECTOR)
  const tableCount = Math.ceil(capacity / (GRAIN_SECTORS * TABLE_ENTRIES))
  const directoryAt = 1 + DESCRIPTOR_SECTORS
  const directory = Buffer.alloc(Math.ceil((tableCount * 4) / SECTOR) * SECTOR)
  const directoryEnd = directoryAt + directory.length / SECTOR
  // Tables and grains begin at a whole grain, as the format asks.
  const overhead = Math.ceil(directoryEnd / GRAIN_SECTORS) * GRAIN_SECTORS
  const padding = Buffer.alloc((overhead - directoryEnd) * SECTOR)

  const parts: Buffer[] = []
  let next = overhead
  const place = (part: Buffer) => {
    parts.push(part)
    next += part.length / SECTOR
    return next - part.length / SECTOR
  }
  const tables = new Map<number, Buffer>()
  for (const [number, grain] of blocksOf(pieces, GRAIN)) {
    const index = Math.floor(number / TABLE_ENTRIES)
    let table = tables.get(index)
    if (!table) {
      // In room of a whole grain, so that what follows stays aligned.
      const room = Buffer.alloc(GRAIN)
      table = room.subarray(0, TABLE_BYTES)
      tables.set(index, table)
      directory.writeUInt32LE(place(room), index * 4)
    }
    table.writeUInt32LE(place(grain), (number % TABLE_ENTRIES) * 4)
  }

  const header = Buffer.alloc(SECTOR)
  header.write('KDMV', 0, 'latin1')
  header.writeUInt32LE(1, 4)
  // The four characters that show a transfer as text are valid.
  header.writeUInt32LE(1, 8)
  header.writeBigUInt64LE(BigInt(capacity), 12)
  header.writeBigUInt64LE(BigInt(GRAIN_SECTORS), 20)
  header.writeBigUInt64LE(1n, 28)
  header.writeBigUInt64LE(BigInt(DESCRIPTOR_SECTORS), 36)
  header.writeUInt32LE(TABLE_ENTRIES, 44)
  header.writeBigUInt64LE(BigInt(directoryAt), 56)
  header.writeBigUInt64LE(BigInt(overhead), 64)
  header.write('\n \r\n', 73, 'latin1')
  const descriptor = Buffer.alloc(DESCRIPTOR_SECTORS * SECTOR)
  descriptor.write(descriptorText(capacity), 'latin1')
  return Buffer.concat([header, descriptor, directory, padding, ...parts])
}

function descriptorText(capacity: number): string {
  const cylinders = Math.min(16383, Math.floor(capacity / (63 * 16)))
  return `# Disk DescriptorFile
version=1
CID=7b1f0c2d
parentCID=ffffffff
createType="monolithicSparse"

# Extent description
RW ${capacity} SPARSE "exported.vmdk"

# The Disk Data Base
#DDB

ddb.virtualHWVersion = "4"
ddb.geometry.cylinders = "${cylinders}"
ddb.geometry.heads = "16"
ddb.geometry.sectors = "63"
ddb.adapterType = "lsilogic"
`
}
