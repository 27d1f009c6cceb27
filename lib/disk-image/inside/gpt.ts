/** The GUID partition table: UEFI 2.10, sections 5.3.2 (header) and 5.3.3 (entries). Little-endian. */
import { crc32 } from '../checksums.ts'
import { guidAt, has, isZero, le32, le64, utf16leAt } from '../fields.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import type { TableEntry } from './table.ts'

const SIGNATURE = 'EFI PART'
/** Disks count in sectors of 512 bytes, a few in 4096; the header is in the second one, so the place tells. */
const SECTOR_SIZES = [512, 4096]
const HEADER_READ_BYTES = 512
const HEADER_BYTES = { min: 92, max: 512 }
const ENTRY_BYTES = { min: 128, max: 1024 }
const MAX_ENTRIES = 128
const MAX_ENTRIES_BYTES = 16 * 1024
/** Attribute bit 2, "Legacy BIOS Bootable". */
const LEGACY_BOOT = 4n

export type Gpt = {
  sectorBytes: number
  headerAt: bigint
  entries: TableEntry[]
  /** Where the other copy should be. */
  otherAt: bigint
  /** The copy at the start of the disk is lost, and this is the one at its end. */
  fromBackup: boolean
}
export type GptReading = Gpt | { damagedAt: bigint } | { unread: Unread } | null

/** Null: there is none. `expected` is set where the MBR says that there must be one. */
export async function readGpt(disk: Medium, expected: boolean): Promise<GptReading> {
  let damagedAt: bigint | null = null
  for (const sectorBytes of SECTOR_SIZES) {
    const found = await readCopy(disk, BigInt(sectorBytes), sectorBytes)
    if (found === null) continue
    if (!('damagedAt' in found)) return found
    damagedAt = found.damagedAt
  }
  if (damagedAt === null && !expected) return null
  for (const sectorBytes of SECTOR_SIZES) {
    const found = await readCopy(disk, disk.sizeBytes - BigInt(sectorBytes), sectorBytes)
    if (found !== null && 'entries' in found) return { ...found, fromBackup: true }
    if (found !== null && 'unread' in found) return found
  }
  return { damagedAt: damagedAt ?? BigInt(SECTOR_SIZES[0] ?? 0) }
}

async function readCopy(disk: Medium, headerAt: bigint, sectorBytes: number): Promise<GptReading> {
  const header = await disk.read(headerAt, HEADER_READ_BYTES)
  if (isUnread(header)) return header === 'past-end' ? null : { unread: header }
  if (!has(header, 0, SIGNATURE)) return null
  const damaged = { damagedAt: headerAt }
  const headerBytes = le32(header, 12)
  if (headerBytes < HEADER_BYTES.min || headerBytes > HEADER_BYTES.max) return damaged
  if (crc32(header.subarray(0, headerBytes), 16) !== le32(header, 16)) return damaged
  const count = le32(header, 80)
  const entryBytes = le32(header, 84)
  if (entryBytes < ENTRY_BYTES.min || entryBytes > ENTRY_BYTES.max || count === 0) return damaged
  const tableAt = le64(header, 72) * BigInt(sectorBytes)
  const tableBytes = Math.min(Math.min(count, MAX_ENTRIES) * entryBytes, MAX_ENTRIES_BYTES)
  const table = await disk.read(tableAt, tableBytes)
  if (isUnread(table)) return table === 'past-end' ? damaged : { unread: table }
  const whole = tableBytes === count * entryBytes
  if (whole && crc32(table) !== le32(header, 88)) return damaged
  return {
    sectorBytes,
    headerAt,
    entries: entriesOf(table, entryBytes, tableAt, BigInt(sectorBytes)),
    otherAt: le64(header, 32) * BigInt(sectorBytes),
    fromBackup: false,
  }
}

function entriesOf(
  table: Uint8Array,
  entryBytes: number,
  tableAt: bigint,
  sectorBytes: bigint,
): TableEntry[] {
  const entries: TableEntry[] = []
  for (let at = 0, number = 1; at + entryBytes <= table.length; at += entryBytes, number += 1) {
    if (isZero(table.subarray(at, at + 16))) continue
    const first = le64(table, at + 32)
    const last = le64(table, at + 40)
    entries.push({
      number,
      startBytes: first * sectorBytes,
      sizeBytes: last < first ? 0n : (last - first + 1n) * sectorBytes,
      type: guidAt(table, at),
      name: utf16leAt(table, at + 56, 72),
      bootFlag: (le64(table, at + 48) & LEGACY_BOOT) !== 0n,
      entryAt: tableAt + BigInt(at),
    })
  }
  return entries
}
