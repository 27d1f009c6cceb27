/** What was seen on a virtual disk, before boot mode, architecture and operating system are concluded from it. */
import type { Fact, PARTITION_TABLES, Partition } from '../inspection.ts'
import type { EspReading } from './esp.ts'
import type { FileSystem } from './file-systems.ts'
import type { TableEntry } from './table.ts'

export type SeenPartition = {
  entry: TableEntry
  fileSystem: FileSystem | null
  /** Null where the partition is no ESP, or could not be read. */
  esp: EspReading | null
  read: boolean
}

export type Contents = {
  partitionTable: (typeof PARTITION_TABLES)[number]
  sectorBytes: number | null
  /** Code in the first sector that a BIOS would run. */
  bootCode: boolean
  /** GPT: an entry of the MBR beside the protective one is marked active. */
  activeInMbr: boolean
  partitions: SeenPartition[]
  /** A file system on the whole disk, or null. */
  wholeDisk: FileSystem | null
  facts: Fact[]
}

export const emptyContents = (): Contents => ({
  partitionTable: 'unknown',
  sectorBytes: null,
  bootCode: false,
  activeInMbr: false,
  partitions: [],
  wholeDisk: null,
  facts: [],
})

/** JSON has no integers beyond 2^53; a table may claim them all the same. */
const counted = (bytes: bigint): number =>
  bytes > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : Number(bytes)

export const shownPartition = (
  { entry, fileSystem, esp, read }: SeenPartition,
  typeName: string | null,
): Partition => ({
  number: entry.number,
  startBytes: counted(entry.startBytes),
  sizeBytes: counted(entry.sizeBytes),
  type: entry.type,
  typeName,
  name: entry.name,
  fileSystem: fileSystem?.kind ?? null,
  label: esp?.label ?? fileSystem?.label ?? null,
  mountPoint: fileSystem?.mountPoint ?? null,
  read,
})
