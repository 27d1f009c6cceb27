/** What an inspection says, as a schema: a route sends it to the browser, and a job keeps it. */
import * as z from 'zod/mini'

export const FORMATS = [
  'qcow2',
  'qcow',
  'raw',
  'vmdk',
  'vhd',
  'vhdx',
  'vdi',
  'qed',
  'iso',
  'ova',
  'ovf',
  'tar',
  'gzip',
  'xz',
  'zstd',
  'bzip2',
  'zip',
  '7z',
  'luks',
  'zvhd',
  'zvhd2',
  'parallels',
  'bochs',
  'dmg',
  'ewf',
  'unknown',
] as const
export type Format = (typeof FORMATS)[number]

/** Faults and properties that the bytes alone tell. What they mean for a request is said by findings.ts. */
export const FACT_IDS = [
  'backing-file',
  'external-data-file',
  'internal-snapshots',
  'encrypted',
  'bitlocker',
  'lvm',
  'zstd-clusters',
  'extended-l2',
  'dirty',
  'corrupt',
  'unknown-feature',
  'truncated',
  'backup-table-missing',
  'malformed',
  'several-formats',
  'differencing',
  'descriptor-only',
  'split-extents',
  'extent-without-descriptor',
  'legacy-cowd',
  'vmdk-sizes-differ',
  'checksum-bad',
  'footer-missing',
  'compressed-archive',
  'archive',
  'iso',
  'bootable',
  'partition-table-damaged',
  'extension-mismatch',
  'not-inspected',
  'vhd-size-ambiguous',
  'empty',
  'no-efi-loader',
  'no-fallback-loader',
  'several-disks',
] as const
export type FactId = (typeof FACT_IDS)[number]

/** `where` says whether the offset counts from the start of the file or of the virtual disk inside it. */
export const evidence = z.object({
  where: z.enum(['file', 'disk']),
  offset: z.nullable(z.number()),
  /** Hexadecimal. */
  bytes: z.optional(z.string()),
  value: z.optional(z.string()),
})
export type Evidence = z.infer<typeof evidence>

const fact = z.object({ id: z.enum(FACT_IDS), evidence })
export type Fact = z.infer<typeof fact>

/** A named field of the format that people want to see: the maker, the type of a VMDK, a volume's name. */
const detail = z.object({ name: z.string(), value: z.string(), offset: z.nullable(z.number()) })
export type Detail = z.infer<typeof detail>

export const FILE_SYSTEMS = [
  'ext2',
  'ext3',
  'ext4',
  'xfs',
  'btrfs',
  'ntfs',
  'vfat',
  'exfat',
  'bitlocker',
  'lvm',
  'luks',
  'swap',
  'iso9660',
  'squashfs',
  'f2fs',
  'raid',
] as const
export type FileSystemKind = (typeof FILE_SYSTEMS)[number]

const partition = z.object({
  number: z.number(),
  startBytes: z.number(),
  sizeBytes: z.number(),
  /** GUID (GPT) or two hexadecimal digits (MBR). */
  type: z.string(),
  /** The type in words, where it is known. */
  typeName: z.nullable(z.string()),
  /** Name in the partition table; MBR has none. */
  name: z.nullable(z.string()),
  /** Null: not recognised, or not read. */
  fileSystem: z.nullable(z.enum(FILE_SYSTEMS)),
  label: z.nullable(z.string()),
  /** Where an ext file system was last mounted; other file systems do not say. */
  mountPoint: z.nullable(z.string()),
  /** False: the inspection could not afford or reach its first sectors. */
  read: z.boolean(),
})
export type Partition = z.infer<typeof partition>

const BOOT_MODES = ['bios', 'uefi', 'hybrid', 'unknown'] as const
const ARCHITECTURE_NAMES = ['x86_64', 'x86', 'arm64', 'arm', 'riscv64', 'unknown'] as const
export type ArchitectureName = (typeof ARCHITECTURE_NAMES)[number]

/** An answer with its ground, in words and by address. */
const grounded = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.object({ value: z.enum(values), because: z.string(), evidence: z.nullable(evidence) })

export const OS_NAMES = [
  'Ubuntu',
  'Debian',
  'CentOS',
  'Red Hat',
  'Fedora',
  'Rocky Linux',
  'AlmaLinux',
  'openSUSE',
  'SUSE',
  'Arch Linux',
  'Oracle Linux',
  'Flatcar or CoreOS',
  'FreeBSD',
  'Windows',
  'Linux',
] as const

const osHint = z.object({
  os: z.enum(OS_NAMES),
  /** Where it stood: "EFI folder", "label", "volume id". */
  from: z.string(),
  value: z.string(),
  evidence: z.nullable(evidence),
})
export type OsHint = z.infer<typeof osHint>

export const PARTITION_TABLES = ['gpt', 'mbr', 'none', 'unknown'] as const

/** Why there is no looking inside, where there is none. */
export const UNREAD_REASONS = [
  'not-a-disk',
  'past-end',
  'budget',
  'cut',
  'elsewhere',
  'encrypted',
  'packed',
  'damaged',
  'unreplayed',
] as const

export const inspection = z.object({
  fileName: z.nullable(z.string()),
  fileBytes: z.number(),
  format: z.enum(FORMATS),
  /** "qcow2 version 3": the variant in words. */
  formatDetail: z.nullable(z.string()),
  /** Size of the disk a server would get; null where none is known. Never above 2^53-1, never negative. */
  virtualSizeBytes: z.nullable(z.number()),
  /** Whole GiB that hold the disk, at least 1. */
  minDiskGb: z.nullable(z.number()),
  details: z.array(detail),
  facts: z.array(fact),
  /** Whether something in the file tells where it must end, and was compared with its size. */
  endChecked: z.boolean(),
  /** Null: the disk was looked into. */
  insideUnread: z.nullable(z.enum(UNREAD_REASONS)),
  partitionTable: z.enum(PARTITION_TABLES),
  sectorBytes: z.nullable(z.number()),
  partitions: z.array(partition),
  /** The file system of a disk without partition table. */
  wholeDisk: z.nullable(z.object({ fileSystem: z.enum(FILE_SYSTEMS), label: z.nullable(z.string()) })),
  bootMode: grounded(BOOT_MODES),
  architecture: grounded(ARCHITECTURE_NAMES),
  osHints: z.array(osHint),
  /** What the inspection cost. */
  reads: z.object({ count: z.number(), bytes: z.number() }),
})
export type Inspection = z.infer<typeof inspection>
