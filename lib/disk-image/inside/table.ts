/** A partition as its table describes it, before anyone has looked into it. */
export type TableEntry = {
  number: number
  startBytes: bigint
  sizeBytes: bigint
  /** GUID (GPT) or two hexadecimal digits (MBR). */
  type: string
  name: string | null
  /** MBR: marked active. GPT: the attribute for BIOS loaders. */
  bootFlag: boolean
  /** Where its entry stands in the disk. */
  entryAt: bigint
}

export const ESP = 'C12A7328-F81F-11D2-BA4B-00A0C93EC93B'
export const BIOS_BOOT = '21686148-6449-6E6F-744E-656564454649'
export const MICROSOFT_RESERVED = 'E3C9E316-0B5C-4DB8-817D-F92DF00215AE'
export const MBR_ESP = 'ef'
export const MBR_NTFS = '07'
const MBR_LVM = '8e'
const GPT_LVM = 'E6D6D379-F507-44C2-A23C-238F2A3DF928'

/** UEFI 2.10 section 5.3.3, systemd's "Discoverable Partitions Specification", Microsoft's PARTITION_INFORMATION_GPT. */
const GPT_NAMES: Record<string, string> = {
  [ESP]: 'EFI system partition',
  [BIOS_BOOT]: 'BIOS boot',
  '0FC63DAF-8483-4772-8E79-3D69D8477DE4': 'Linux data',
  '4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709': 'Linux root (x86-64)',
  'B921B045-1DF0-41C3-AF44-4C6F280D3FAE': 'Linux root (arm64)',
  '44479540-F297-41B2-9AF7-D131D5F0458A': 'Linux root (x86)',
  '69DAD710-2CE4-4E3C-B16C-21A1D49ABED3': 'Linux root (arm)',
  [GPT_LVM]: 'LVM',
  '0657FD6D-A4AB-43C4-84E5-0933C84B4F4F': 'Linux swap',
  'CA7D7CCB-63ED-4C53-861C-1742536059CC': 'LUKS',
  'A19D880F-05FC-4D3B-A006-743F0F84911E': 'Linux RAID',
  [MICROSOFT_RESERVED]: 'Microsoft reserved',
  'EBD0A0A2-B9E5-4433-87C0-68B6B72699C7': 'basic data',
  'DE94BBA4-06D1-4D40-A16A-BFD50179D6AC': 'Windows recovery',
  'BC13C2FF-59E6-4262-A352-B275FD6F7172': 'extended boot',
  '5808C8AA-7E8F-42E0-85D2-E1E90434CFB3': 'Windows dynamic disk (metadata)',
  'AF9B60A0-1431-4F62-BC68-3311714A69AD': 'Windows dynamic disk (data)',
}
const MBR_NAMES: Record<string, string> = {
  '05': 'extended',
  '06': 'FAT16',
  [MBR_NTFS]: 'NTFS or exFAT',
  '0b': 'FAT32',
  '0c': 'FAT32',
  '0e': 'FAT16',
  '0f': 'extended',
  '42': 'Windows dynamic disk',
  '82': 'Linux swap',
  '83': 'Linux',
  '85': 'extended',
  [MBR_LVM]: 'LVM',
  ee: 'GPT protective',
  [MBR_ESP]: 'EFI system partition',
  fd: 'Linux RAID',
}

export const typeName = (type: string): string | null => GPT_NAMES[type] ?? MBR_NAMES[type] ?? null
export const isEsp = ({ type }: TableEntry): boolean => type === ESP || type === MBR_ESP
export const isLvmType = ({ type }: TableEntry): boolean => type === GPT_LVM || type === MBR_LVM

/** Architecture of a root partition by its type alone. */
export const ROOT_ARCHITECTURES = {
  '4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709': 'x86_64',
  'B921B045-1DF0-41C3-AF44-4C6F280D3FAE': 'arm64',
  '44479540-F297-41B2-9AF7-D131D5F0458A': 'x86',
  '69DAD710-2CE4-4E3C-B16C-21A1D49ABED3': 'arm',
} as const satisfies Record<string, string>
