import type { Piece } from '../demo-bucket/partition-tables.ts'
import { blocksOf } from './blocks.ts'

const SECTOR = 512
const BLOCK = 2 * 1024 * 1024
const DYNAMIC_HEADER_BYTES = 1024

/**
 * A dynamic VHD file of a disk with these pieces (Virtual Hard Disk Image Format Specification 1.0): footer copy,
 * dynamic header, allocation table, blocks with their bitmaps, footer. Its geometry is never larger than the disk.
 */
export function vhdFile(diskBytes: number, pieces: readonly Piece[]): Buffer {
  const footer = footerOf(diskBytes)
  const entries = Math.ceil(diskBytes / BLOCK)
  const tableAt = SECTOR + DYNAMIC_HEADER_BYTES
  const table = Buffer.alloc(Math.ceil((entries * 4) / SECTOR) * SECTOR, 0xff)
  const parts: Buffer[] = []
  let nextSector = (tableAt + table.length) / SECTOR
  for (const [number, block] of blocksOf(pieces, BLOCK)) {
    const bitmap = Buffer.alloc(SECTOR, 0xff)
    table.writeUInt32BE(nextSector, number * 4)
    parts.push(bitmap, block)
    nextSector += (bitmap.length + block.length) / SECTOR
  }

  const header = Buffer.alloc(DYNAMIC_HEADER_BYTES)
  header.write('cxsparse', 0, 'latin1')
  header.fill(0xff, 8, 16)
  header.writeBigUInt64BE(BigInt(tableAt), 16)
  header.writeUInt32BE(0x00010000, 24)
  header.writeUInt32BE(entries, 28)
  header.writeUInt32BE(BLOCK, 32)
  header.writeUInt32BE(checksum(header), 36)
  return Buffer.concat([footer, header, table, ...parts, footer])
}

function footerOf(diskBytes: number): Buffer {
  const footer = Buffer.alloc(SECTOR)
  footer.write('conectix', 0, 'latin1')
  footer.writeUInt32BE(2, 8)
  footer.writeUInt32BE(0x00010000, 12)
  footer.writeBigUInt64BE(BigInt(SECTOR), 16)
  // A creator whose current size counts, not its geometry.
  footer.write('win ', 28, 'latin1')
  footer.writeUInt32BE(0x00060001, 32)
  footer.write('Wi2k', 36, 'latin1')
  footer.writeBigUInt64BE(BigInt(diskBytes), 40)
  footer.writeBigUInt64BE(BigInt(diskBytes), 48)
  const { cylinders, heads, sectors } = geometry(diskBytes / SECTOR)
  footer.writeUInt16BE(cylinders, 56)
  footer.writeUInt8(heads, 58)
  footer.writeUInt8(sectors, 59)
  footer.writeUInt32BE(3, 60)
  Buffer.from('5d2b1c3e4f607182930a1b2c3d4e5f60', 'hex').copy(footer, 68)
  footer.writeUInt32BE(checksum(footer), 64)
  return footer
}

/** The specification's own way from sectors to cylinders, which rounds down; 16 heads are enough for it here. */
function geometry(total: number): { cylinders: number; heads: number; sectors: number } {
  const most = 65_535 * 16 * 255
  if (total >= most) return { cylinders: 65_535, heads: 16, sectors: 255 }
  const sectors = total >= 65_535 * 16 * 63 ? 255 : 63
  return { cylinders: Math.floor(total / (16 * sectors)), heads: 16, sectors }
}

function checksum(bytes: Buffer): number {
  let sum = 0
  for (const byte of bytes) sum += byte
  return ~sum >>> 0
}
