/** FAT: Microsoft, "FAT32 File System Specification" 1.03, pages 7 to 15 (boot sector) and 22 to 29 (folders). */
import { byteAt, has, isPowerOfTwo, latin1At, le16, le32, textAt } from '../fields.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'

const ENTRY_BYTES = 32
const LONG_NAME = 0x0f
const FOLDER = 0x10
const VOLUME_LABEL = 0x08
const DELETED = 0xe5
/** Windows and mtools mark a stem in small letters so (reserved byte 12), instead of writing a long name. */
const SMALL_STEM = 0x08
const LAST_LONG_PART = 0x40
const LONG_PART_CHARACTERS = 13
const MAX_LONG_PARTS = 20
/** Clusters below these numbers make FAT12 and FAT16; the text in the boot sector does not count. */
const FAT12_CLUSTERS = 4085
const FAT16_CLUSTERS = 65_525
const FIRST_CLUSTER = 2
/** A folder is looked at in its first piece only: the loaders' folders have a few names. */
const MAX_FOLDER_BYTES = 16 * 1024
const NO_NAME = 'NO NAME'

export type FatVolume = {
  bits: 12 | 16 | 32
  label: string | null
  clusterBytes: number
  dataAt: number
  root: { at: number; bytes: number } | { cluster: number }
}

/** Null where the sector is no FAT boot sector. */
export function readFat(sector: Uint8Array): FatVolume | null {
  const jump = byteAt(sector, 0)
  const bytesPerSector = le16(sector, 11)
  const sectorsPerCluster = byteAt(sector, 13)
  const reserved = le16(sector, 14)
  const fats = byteAt(sector, 16)
  if (!has(sector, 510, '\x55\xaa') || (jump !== 0xeb && jump !== 0xe9)) return null
  if (!isPowerOfTwo(bytesPerSector) || bytesPerSector < 512 || bytesPerSector > 4096) return null
  if (!isPowerOfTwo(sectorsPerCluster) || reserved === 0 || fats === 0 || fats > 4) return null
  const rootEntries = le16(sector, 17)
  const sectors = le16(sector, 19) || le32(sector, 32)
  const fatSectors = le16(sector, 22) || le32(sector, 36)
  const rootAt = (reserved + fats * fatSectors) * bytesPerSector
  const rootBytes = rootEntries * ENTRY_BYTES
  const dataAt = rootAt + Math.ceil(rootBytes / bytesPerSector) * bytesPerSector
  const clusters = Math.floor((sectors - dataAt / bytesPerSector) / sectorsPerCluster)
  if (fatSectors === 0 || clusters < 1) return null
  const bits = clusters < FAT12_CLUSTERS ? 12 : clusters < FAT16_CLUSTERS ? 16 : 32
  const label = textAt(sector, bits === 32 ? 71 : 43, 11)
  return {
    bits,
    label: label === '' || label === NO_NAME ? null : label,
    clusterBytes: sectorsPerCluster * bytesPerSector,
    dataAt,
    root: bits === 32 ? { cluster: le32(sector, 44) } : { at: rootAt, bytes: rootBytes },
  }
}

export type FatEntry = { name: string; folder: boolean; label: boolean; cluster: number }

export const readRoot = (disk: Medium, start: bigint, fat: FatVolume) =>
  'cluster' in fat.root
    ? readFolder(disk, start, fat, fat.root.cluster)
    : readEntries(disk, start + BigInt(fat.root.at), fat.root.bytes)

/** The first piece of a folder. Its chain of clusters is not followed. */
export function readFolder(
  disk: Medium,
  start: bigint,
  fat: FatVolume,
  cluster: number,
): Promise<FatEntry[] | Unread> {
  if (cluster < FIRST_CLUSTER) return Promise.resolve('damaged')
  const at = BigInt(fat.dataAt) + BigInt(cluster - FIRST_CLUSTER) * BigInt(fat.clusterBytes)
  return readEntries(disk, start + at, fat.clusterBytes)
}

async function readEntries(disk: Medium, at: bigint, length: number): Promise<FatEntry[] | Unread> {
  const bytes = await disk.read(at, Math.min(length, MAX_FOLDER_BYTES))
  return isUnread(bytes) ? bytes : entriesOf(bytes)
}

function entriesOf(bytes: Uint8Array): FatEntry[] {
  const entries: FatEntry[] = []
  let longParts: string[] = []
  for (let at = 0; at + ENTRY_BYTES <= bytes.length; at += ENTRY_BYTES) {
    const first = byteAt(bytes, at)
    const attributes = byteAt(bytes, at + 11)
    if (first === 0) break
    if (first === DELETED) continue
    if (attributes === LONG_NAME) {
      if (first & LAST_LONG_PART) longParts = []
      if (longParts.length < MAX_LONG_PARTS) longParts.unshift(longPart(bytes, at))
      continue
    }
    entries.push({
      name: longParts.length > 0 ? longParts.join('') : shortName(bytes, at),
      folder: (attributes & FOLDER) !== 0,
      label: (attributes & VOLUME_LABEL) !== 0,
      cluster: le16(bytes, at + 26) + le16(bytes, at + 20) * 0x10000,
    })
    longParts = []
  }
  return entries
}

/** Parts of a long name stand before the entry, the last one first. */
function longPart(bytes: Uint8Array, at: number): string {
  const places = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30].slice(0, LONG_PART_CHARACTERS)
  const units = places.map((place) => le16(bytes, at + place))
  const end = units.findIndex((unit) => unit === 0 || unit === 0xffff)
  return String.fromCharCode(...(end === -1 ? units : units.slice(0, end)))
}

function shortName(bytes: Uint8Array, at: number): string {
  const written = latin1At(bytes, at, 8).trimEnd()
  const stem = byteAt(bytes, at + 12) & SMALL_STEM ? written.toLowerCase() : written
  const ending = latin1At(bytes, at + 8, 3).trimEnd()
  return ending === '' ? stem : `${stem}.${ending}`
}
