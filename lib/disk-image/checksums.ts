/** CRC-32 in its two common forms, by table. */

/** Ethernet's, which GPT uses (UEFI 2.10, section 5.3.2). */
const ETHERNET = 0xedb88320
/** Castagnoli's, which VHDX uses. */
const CASTAGNOLI = 0x82f63b78

function tableOf(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1
    return crc
  })
}

function crcWith(table: Uint32Array, bytes: Uint8Array, hole: number): number {
  let crc = 0xffffffff
  for (let at = 0; at < bytes.length; at += 1) {
    const counted = at >= hole && at < hole + 4 ? 0 : (bytes[at] ?? 0)
    crc = (table[(crc ^ counted) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return (crc ^ 0xffffffff) >>> 0
}

const ethernetTable = tableOf(ETHERNET)
const castagnoliTable = tableOf(CASTAGNOLI)
const NO_HOLE = Number.POSITIVE_INFINITY

/** `hole` is where the checksum itself stands, which counts as zeros. */
export const crc32 = (bytes: Uint8Array, hole = NO_HOLE): number => crcWith(ethernetTable, bytes, hole)
export const crc32c = (bytes: Uint8Array, hole = NO_HOLE): number => crcWith(castagnoliTable, bytes, hole)
