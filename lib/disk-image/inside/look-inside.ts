/** Looks into a virtual disk: the partition table, then the first sectors of what it lists, as far as reads allow. */

import { fact } from '../formats/reading.ts'
import type { Fact } from '../inspection.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import { type Contents, emptyContents, type SeenPartition } from './contents.ts'
import { type EspReading, readEsp } from './esp.ts'
import { type FileSystem, isBootSectorOfVolume, probe } from './file-systems.ts'
import { type Gpt, readGpt } from './gpt.ts'
import { isExtended, type Mbr, PROTECTIVE, readLogical, readMbr, SECTOR_BYTES } from './mbr.ts'
import { BIOS_BOOT, isEsp, isLvmType, MICROSOFT_RESERVED, type TableEntry } from './table.ts'

/** UEFI asks for 128; nothing is gained by listing more. */
const MAX_PARTITIONS = 128

/** What was found, and why it is not all there is to find (null: nothing was in the way). */
export type Look = { contents: Contents; unread: Unread | null }

export async function lookInside(disk: Medium): Promise<Look> {
  const contents = emptyContents()
  if (disk.sizeBytes < BigInt(SECTOR_BYTES))
    return { contents: { ...contents, partitionTable: 'none' }, unread: null }
  const sector = await disk.read(0n, SECTOR_BYTES)
  if (isUnread(sector)) return { contents, unread: sector }
  const mbr = readMbr(sector)
  const gpt = await readGpt(disk, mbr?.entries.some(({ type }) => type === PROTECTIVE) ?? false)
  if (gpt !== null && 'unread' in gpt) return { contents, unread: gpt.unread }
  const entries = await takeTable(disk, mbr, gpt, isBootSectorOfVolume(sector), contents)
  if (contents.partitionTable === 'none') {
    const found = await probe(disk, 0n, disk.sizeBytes)
    if (typeof found === 'string') return { contents, unread: found }
    contents.wholeDisk = found
    if (found) contents.facts.push(...volumeFacts(found, 0n))
    return { contents, unread: null }
  }
  const unread = await readPartitions(disk, entries.slice(0, MAX_PARTITIONS), contents)
  return { contents, unread }
}

/** Decides which table counts, and notes what is wrong with it. */
async function takeTable(
  disk: Medium,
  mbr: Mbr | null,
  gpt: Gpt | { damagedAt: bigint } | null,
  volume: boolean,
  contents: Contents,
): Promise<TableEntry[]> {
  contents.bootCode = mbr?.bootCode ?? false
  if (gpt !== null && 'damagedAt' in gpt) {
    contents.partitionTable = 'gpt'
    contents.facts.push(damaged(gpt.damagedAt, 'Neither copy of the GPT is whole.'))
    return []
  }
  if (gpt !== null) {
    contents.partitionTable = 'gpt'
    contents.sectorBytes = gpt.sectorBytes
    contents.activeInMbr = mbr?.entries.some(({ type, bootFlag }) => bootFlag && type !== PROTECTIVE) ?? false
    contents.facts.push(...gptFacts(disk, gpt))
    return gpt.entries
  }
  // A volume's own boot sector may carry bytes that pass for entries; real entries lie within the disk.
  const plausible = mbr !== null && !(volume && outside(disk, mbr.entries).length > 0)
  if (!plausible) {
    contents.partitionTable = 'none'
    return []
  }
  contents.partitionTable = 'mbr'
  contents.sectorBytes = SECTOR_BYTES
  const entries = [...mbr.entries]
  for (const extended of mbr.entries.filter(isExtended)) {
    const logical = await readLogical(disk, extended)
    entries.push(...logical.entries)
    if (logical.damagedAt !== null)
      contents.facts.push(damaged(logical.damagedAt, 'The chain of logical partitions is broken.'))
  }
  contents.facts.push(...cutFacts(disk, mbr.entries))
  return entries
}

const damaged = (offset: bigint, value: string): Fact =>
  fact('partition-table-damaged', { where: 'disk', offset, value })

function gptFacts(disk: Medium, gpt: Gpt): Fact[] {
  const facts = cutFacts(disk, gpt.entries)
  if (gpt.fromBackup) facts.push(damaged(gpt.otherAt, 'The first copy of the GPT is lost.'))
  else if (facts.length === 0 && gpt.otherAt >= disk.sizeBytes)
    facts.push(
      fact('backup-table-missing', {
        where: 'disk',
        offset: gpt.headerAt + 32n,
        value: `The backup should be at ${gpt.otherAt}.`,
      }),
    )
  return facts
}

const outside = (disk: Medium, entries: TableEntry[]): TableEntry[] =>
  entries.filter(
    ({ type, startBytes, sizeBytes }) => type !== PROTECTIVE && startBytes + sizeBytes > disk.sizeBytes,
  )

function cutFacts(disk: Medium, entries: TableEntry[]): Fact[] {
  const [first] = outside(disk, entries)
  if (!first) return []
  const value = `Partition ${first.number} ends at ${first.startBytes + first.sizeBytes}, the disk at ${disk.sizeBytes}.`
  return [fact('truncated', { where: 'disk', offset: first.entryAt, value })]
}

/** The ESP first, then the largest: what decides how the disk boots, then what most likely is the system. */
async function readPartitions(
  disk: Medium,
  entries: TableEntry[],
  contents: Contents,
): Promise<Unread | null> {
  const seen = new Map<TableEntry, SeenPartition>()
  let unread: Unread | null = null
  const rank = (entry: TableEntry) => (isEsp(entry) ? 0 : 1)
  const order = [...entries].sort((a, b) => rank(a) - rank(b) || (a.sizeBytes < b.sizeBytes ? 1 : -1))
  for (const entry of order) {
    const partition = await readPartition(disk, entry)
    if (partition.unread) unread ??= partition.unread
    seen.set(entry, partition.seen)
    if (partition.seen.fileSystem)
      contents.facts.push(...volumeFacts(partition.seen.fileSystem, entry.startBytes))
    else if (isLvmType(entry))
      contents.facts.push(fact('lvm', { where: 'disk', offset: entry.entryAt, value: entry.type }))
  }
  contents.partitions = entries.flatMap((entry) => seen.get(entry) ?? [])
  return unread
}

/** Their types say all there is to know, which saves reads. */
const holdsNoVolume = ({ type }: TableEntry): boolean =>
  type === PROTECTIVE || type === BIOS_BOOT || type === MICROSOFT_RESERVED

async function readPartition(
  disk: Medium,
  entry: TableEntry,
): Promise<{ seen: SeenPartition; unread: Unread | null }> {
  const nothing: SeenPartition = { entry, fileSystem: null, esp: null, read: false }
  if (isExtended(entry) || holdsNoVolume(entry)) return { seen: { ...nothing, read: true }, unread: null }
  if (entry.startBytes >= disk.sizeBytes || entry.sizeBytes === 0n) return { seen: nothing, unread: null }
  const fileSystem = await probe(disk, entry.startBytes, entry.sizeBytes)
  if (typeof fileSystem === 'string') return { seen: nothing, unread: fileSystem }
  const esp: EspReading | Unread | null = isEsp(entry) ? await readEsp(disk, entry.startBytes) : null
  const reason = typeof esp === 'string' ? esp : null
  return {
    seen: { entry, fileSystem, esp: typeof esp === 'string' ? null : esp, read: reason === null },
    unread: reason,
  }
}

function volumeFacts({ kind, label, magicAt, severalDisks }: FileSystem, start: bigint): Fact[] {
  const at = { where: 'disk', offset: start + BigInt(magicAt) } as const
  if (kind === 'lvm') return [fact('lvm', { ...at, value: label ?? 'LVM2' })]
  if (kind === 'luks') return [fact('encrypted', { ...at, value: 'LUKS' })]
  if (kind === 'bitlocker')
    return [fact('bitlocker', { ...at, value: '-FVE-FS-' }), fact('encrypted', { ...at, value: 'BitLocker' })]
  return kind === 'raid' || severalDisks ? [fact('several-disks', { ...at, value: kind })] : []
}
