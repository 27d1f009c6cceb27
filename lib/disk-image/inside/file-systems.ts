/**
 * What a partition holds, by the magic in its first sectors. Offsets count from its start; each is from the header
 * that the named project reads.
 */
import { be16, byteAt, has, le32, le64, smaller, textAt } from '../fields.ts'
import { LUKS_MAGIC } from '../formats/luks.ts'
import type { FileSystemKind } from '../inspection.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import { readFat } from './fat.ts'
import { readVgName } from './lvm.ts'

export type FileSystem = {
  kind: FileSystemKind
  label: string | null
  /** Where the magic stands, from the partition's start. */
  magicAt: number
  /** Where ext was last mounted: tells the root from a part of it. */
  mountPoint: string | null
  /** It needs other disks beside this one. */
  severalDisks: boolean
}

/** Holds the last magic of the first round: swap's at 4086, RAID's at 4096. */
const FIRST_BYTES = 4608
/** Btrfs (super block at 64 KiB: fs/btrfs/disk-io.h) and ISO 9660 sit further in. */
const BTRFS_AT = 65_536
const BTRFS_BYTES = 1024
const ISO_AT = 32_768
const SQUASHFS = 'hsqs'
const F2FS = '\x10\x20\xf5\xf2'
const RAID = '\xfc\x4e\x2b\xa9'
/** The volume identifier of BitLocker To Go, where FAT's boot code would be. */
const BITLOCKER_TO_GO = '\x3b\xd6\x67\x49\x29\x2e\xd8\x4a\x83\x99\xf6\xa3\x39\xe3\xd0\x01'

export type ProbeResult = FileSystem | null | Unread

/** Null: nothing known is there. */
export async function probe(disk: Medium, start: bigint, sizeBytes: bigint): Promise<ProbeResult> {
  const end = smaller(disk.sizeBytes - start, sizeBytes)
  const first = await disk.read(start, Number(smaller(end, BigInt(FIRST_BYTES))))
  if (isUnread(first)) return first
  const found = inFirstSectors(first)
  if (found?.kind === 'lvm') return { ...found, label: await readVgName(disk, start) }
  return found ?? (await further(disk, start, end))
}

const named = (kind: FileSystemKind, magicAt: number, label: string | null = null): FileSystem => ({
  kind,
  label: label === '' ? null : label,
  magicAt,
  mountPoint: null,
  severalDisks: false,
})

function inFirstSectors(bytes: Uint8Array): FileSystem | null {
  if (has(bytes, 0, LUKS_MAGIC)) return named('luks', 0, be16(bytes, 6) === 2 ? textAt(bytes, 24, 48) : null)
  if (has(bytes, 3, '-FVE-FS-')) return named('bitlocker', 3)
  if (has(bytes, 3, 'MSWIN4.1') && has(bytes, 424, BITLOCKER_TO_GO)) return named('bitlocker', 424)
  if (has(bytes, 3, 'NTFS    ')) return named('ntfs', 3)
  if (has(bytes, 3, 'EXFAT   ')) return named('exfat', 3)
  if (has(bytes, 0, 'XFSB')) return named('xfs', 0, textAt(bytes, 108, 12))
  if (has(bytes, 1080, '\x53\xef'))
    return {
      ...named(extKind(bytes), 1080, textAt(bytes, 1144, 16)),
      mountPoint: textAt(bytes, 1160, 64) || null,
    }
  const lvm = [0, 512, 1024, 1536].find((at) => has(bytes, at, 'LABELONE') && has(bytes, at + 24, 'LVM2 001'))
  if (lvm !== undefined) return named('lvm', lvm)
  if (has(bytes, 4086, 'SWAPSPACE2')) return named('swap', 4086, textAt(bytes, 1052, 16))
  if (has(bytes, 1024, F2FS)) return named('f2fs', 1024)
  if (has(bytes, 0, SQUASHFS)) return named('squashfs', 0)
  if (has(bytes, 4096, RAID)) return named('raid', 4096)
  const fat = readFat(bytes)
  return fat ? named('vfat', 510, fat.label) : null
}

/** ext4 and ext3 are ext2 with features (Linux, Documentation/filesystems/ext4/super.rst): extents, a journal. */
function extKind(bytes: Uint8Array): FileSystemKind {
  if (le32(bytes, 1120) & 0x40) return 'ext4'
  return le32(bytes, 1116) & 4 ? 'ext3' : 'ext2'
}

async function further(disk: Medium, start: bigint, end: bigint): Promise<ProbeResult> {
  if (end >= BigInt(ISO_AT + 2048)) {
    const descriptor = await disk.read(start + BigInt(ISO_AT), 2048)
    if (isUnread(descriptor)) return descriptor
    if (has(descriptor, 1, 'CD001')) return named('iso9660', ISO_AT + 1, textAt(descriptor, 40, 32))
  }
  if (end < BigInt(BTRFS_AT + BTRFS_BYTES)) return null
  const block = await disk.read(start + BigInt(BTRFS_AT), BTRFS_BYTES)
  if (isUnread(block)) return block
  if (!has(block, 64, '_BHRfS_M')) return null
  return { ...named('btrfs', BTRFS_AT + 64, textAt(block, 299, 256)), severalDisks: le64(block, 136) > 1n }
}

/** For a disk that is one volume: NTFS and FAT sign with 55AA as a partition table does. */
export const isBootSectorOfVolume = (sector: Uint8Array): boolean =>
  has(sector, 3, 'NTFS    ') ||
  has(sector, 3, '-FVE-FS-') ||
  has(sector, 3, 'EXFAT   ') ||
  (byteAt(sector, 0) !== 0 && readFat(sector) !== null)
