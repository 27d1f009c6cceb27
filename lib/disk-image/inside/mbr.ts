/** The first sector of a PC's disk: UEFI 2.10, section 5.2.1; extended partitions as in Linux, block/partitions/msdos.c. */
import { byteAt, has, isZero, le16, le32 } from '../fields.ts'
import { isUnread, type Medium } from '../medium.ts'
import type { TableEntry } from './table.ts'

export const SECTOR_BYTES = 512
const ENTRIES_AT = 446
const ENTRY_BYTES = 16
const BOOT_CODE_BYTES = 440
const ACTIVE = 0x80
const EXTENDED = ['05', '0f', '85']
export const PROTECTIVE = 'ee'
/** Linux stops at about as many; a real disk has a handful. */
const MAX_LOGICAL = 64
const FIRST_LOGICAL_NUMBER = 5

export type Mbr = { entries: TableEntry[]; bootCode: boolean }

/** Null where the sector holds no partition table: no signature, no entry, or entries that make no sense. */
export function readMbr(sector: Uint8Array): Mbr | null {
  if (!has(sector, 510, '\x55\xaa')) return null
  const slots = [0, 1, 2, 3].map((slot) => ENTRIES_AT + slot * ENTRY_BYTES)
  if (slots.some((at) => byteAt(sector, at) !== 0 && byteAt(sector, at) !== ACTIVE)) return null
  const entries = slots.flatMap((at, slot) => {
    const entry = entryAt(sector, at, 0n, slot + 1)
    return entry ? [entry] : []
  })
  if (
    entries.length === 0 ||
    entries.some(({ startBytes, sizeBytes }) => startBytes === 0n || sizeBytes === 0n)
  )
    return null
  return { entries, bootCode: !isZero(sector.subarray(0, BOOT_CODE_BYTES)) }
}

function entryAt(sector: Uint8Array, at: number, sectorAt: bigint, number: number): TableEntry | null {
  const type = byteAt(sector, at + 4)
  if (type === 0) return null
  return {
    number,
    startBytes: BigInt(le32(sector, at + 8)) * BigInt(SECTOR_BYTES),
    sizeBytes: BigInt(le32(sector, at + 12)) * BigInt(SECTOR_BYTES),
    type: type.toString(16).padStart(2, '0'),
    name: null,
    bootFlag: byteAt(sector, at) === ACTIVE,
    entryAt: sectorAt + BigInt(at),
  }
}

export const isExtended = ({ type }: TableEntry): boolean => EXTENDED.includes(type)

/**
 * The partitions inside an extended one: a chain in which each link names the next, counted from the start of the
 * whole. `damagedAt` is the link that repeats, leaves the extended partition, or is no link at all.
 */
export async function readLogical(disk: Medium, extended: TableEntry) {
  const entries: TableEntry[] = []
  const seen = new Set<bigint>()
  let at = extended.startBytes
  while (seen.size < MAX_LOGICAL) {
    if (seen.has(at) || at < extended.startBytes || at >= extended.startBytes + extended.sizeBytes)
      return { entries, damagedAt: at, unread: null }
    seen.add(at)
    const sector = await disk.read(at, SECTOR_BYTES)
    if (isUnread(sector)) return { entries, damagedAt: null, unread: sector }
    if (le16(sector, 510) !== 0xaa55) return { entries, damagedAt: at, unread: null }
    const logical = entryAt(sector, ENTRIES_AT, at, FIRST_LOGICAL_NUMBER + entries.length)
    if (logical) entries.push({ ...logical, startBytes: at + logical.startBytes })
    const next = entryAt(sector, ENTRIES_AT + ENTRY_BYTES, at, 0)
    if (!next) return { entries, damagedAt: null, unread: null }
    at = extended.startBytes + next.startBytes
  }
  return { entries, damagedAt: at, unread: null }
}
