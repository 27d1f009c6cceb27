import { crc32 } from 'node:zlib'

/** A stretch of bytes for a place of a disk; places are bytes from its start. */
export type Piece = { at: number; bytes: Buffer }

const SECTOR = 512
/** Where partitions begin on disks made since about 2010. */
export const FIRST_PARTITION_AT = 1024 * 1024

/** An MBR with boot code and one active Linux partition from 1 MiB to the end. */
export function mbr(diskBytes: number): Piece[] {
  const sector = Buffer.alloc(SECTOR)
  // Jump over the BPB area as GRUB's first stage does, then its message: code, though none that boots.
  Buffer.from('eb63908ed0bc00b0b80000', 'hex').copy(sector)
  sector.write('GRUB \0Geom\0Hard Disk\0Read\0 Error\r\n', 0x17f, 'latin1')
  sector.writeUInt32LE(0x0c3a7051, 440)
  writeMbrEntry(sector, 0x80, 0x83, FIRST_PARTITION_AT / SECTOR, (diskBytes - FIRST_PARTITION_AT) / SECTOR)
  return [{ at: 0, bytes: sector }]
}

function writeMbrEntry(sector: Buffer, flag: number, type: number, start: number, count: number): void {
  sector.writeUInt8(flag, 446)
  Buffer.from('feffff', 'hex').copy(sector, 447)
  sector.writeUInt8(type, 450)
  Buffer.from('feffff', 'hex').copy(sector, 451)
  sector.writeUInt32LE(start, 454)
  sector.writeUInt32LE(Math.min(count, 0xffffffff), 458)
  sector.writeUInt16LE(0xaa55, 510)
}

export const EFI_SYSTEM = 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b'
export const LINUX_ROOT_X64 = '4f68bce3-e8cd-4db1-96e7-fbcaf984b709'

type Partition = { type: string; id: string; at: number; bytes: number; name: string }

const ENTRIES = 128
const ENTRY_BYTES = 128

/** A GPT with its protective MBR, its entries and its backup at the end. */
export function gpt(diskBytes: number, diskId: string, partitions: readonly Partition[]): Piece[] {
  const lastSector = diskBytes / SECTOR - 1
  const entries = Buffer.alloc(ENTRIES * ENTRY_BYTES)
  partitions.forEach((partition, index) => {
    const at = index * ENTRY_BYTES
    guid(partition.type).copy(entries, at)
    guid(partition.id).copy(entries, at + 16)
    entries.writeBigUInt64LE(BigInt(partition.at / SECTOR), at + 32)
    entries.writeBigUInt64LE(BigInt((partition.at + partition.bytes) / SECTOR - 1), at + 40)
    entries.write(partition.name, at + 56, 'utf16le')
  })
  const protective = Buffer.alloc(SECTOR)
  writeMbrEntry(protective, 0, 0xee, 1, lastSector)
  Buffer.from('000200', 'hex').copy(protective, 447)
  const entrySectors = entries.length / SECTOR
  const header = (mine: number, other: number, entriesAt: number) => {
    const sector = Buffer.alloc(SECTOR)
    sector.write('EFI PART', 0, 'latin1')
    sector.writeUInt32LE(0x00010000, 8)
    sector.writeUInt32LE(92, 12)
    sector.writeBigUInt64LE(BigInt(mine), 24)
    sector.writeBigUInt64LE(BigInt(other), 32)
    sector.writeBigUInt64LE(BigInt(2 + entrySectors), 40)
    sector.writeBigUInt64LE(BigInt(lastSector - 1 - entrySectors), 48)
    guid(diskId).copy(sector, 56)
    sector.writeBigUInt64LE(BigInt(entriesAt), 72)
    sector.writeUInt32LE(ENTRIES, 80)
    sector.writeUInt32LE(ENTRY_BYTES, 84)
    sector.writeUInt32LE(crc32(entries), 88)
    sector.writeUInt32LE(crc32(sector.subarray(0, 92)), 16)
    return sector
  }
  const backupEntriesAt = lastSector - entrySectors
  return [
    { at: 0, bytes: protective },
    { at: SECTOR, bytes: header(1, lastSector, 2) },
    { at: 2 * SECTOR, bytes: entries },
    { at: backupEntriesAt * SECTOR, bytes: entries },
    { at: lastSector * SECTOR, bytes: header(lastSector, 1, backupEntriesAt) },
  ]
}

/** The first three parts of a GUID lie little-endian on disk. */
function guid(text: string): Buffer {
  const bytes = Buffer.from(text.replaceAll('-', ''), 'hex')
  bytes.subarray(0, 4).reverse()
  bytes.subarray(4, 6).reverse()
  bytes.subarray(6, 8).reverse()
  return bytes
}
