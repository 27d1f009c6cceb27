/**
 * Which operating system the disk seems to hold, strongest hint first. These are hints and no proof: the files that
 * would prove it (os-release, the registry) are out of reach of a few small reads.
 */
import { evidenceOf } from '../formats/reading.ts'
import type { Detail, OsHint } from '../inspection.ts'
import type { Contents } from './contents.ts'
import { MBR_NTFS, MICROSOFT_RESERVED } from './table.ts'

type Os = OsHint['os']
const MAX_HINTS = 8

/** Names of folders in /EFI, as the distributions' installers make them. Oracle Linux uses redhat too. */
const EFI_FOLDERS: ReadonlyMap<string, Os> = new Map([
  ['ubuntu', 'Ubuntu'],
  ['debian', 'Debian'],
  ['centos', 'CentOS'],
  ['redhat', 'Red Hat'],
  ['fedora', 'Fedora'],
  ['rocky', 'Rocky Linux'],
  ['almalinux', 'AlmaLinux'],
  ['opensuse', 'openSUSE'],
  ['sles', 'SUSE'],
  ['arch', 'Arch Linux'],
  ['microsoft', 'Windows'],
  ['freebsd', 'FreeBSD'],
])

/** Labels of installation media. */
const VOLUME_IDS: [RegExp, Os][] = [
  [/^ubuntu/i, 'Ubuntu'],
  [/^debian/i, 'Debian'],
  [/^fedora/i, 'Fedora'],
  [/^centos/i, 'CentOS'],
  [/^rhel/i, 'Red Hat'],
  [/^rocky/i, 'Rocky Linux'],
  [/^almalinux/i, 'AlmaLinux'],
  [/^opensuse/i, 'openSUSE'],
  [/^sle[-_s]?/i, 'SUSE'],
  [/^ol-/i, 'Oracle Linux'],
  [/^arch_/i, 'Arch Linux'],
  [/^(?:CCCOMA|CCSA|CPBA|CENA|SSS)_X(?:64|86)FRE/i, 'Windows'],
]

/** Names of file systems and volume groups that installers and image builders give. */
const LABELS: [RegExp, Os][] = [
  [/^(?:cloudimg-rootfs|ubuntu-vg)$/i, 'Ubuntu'],
  [/^debian(?:-vg)?$/i, 'Debian'],
  [/^fedora/i, 'Fedora'],
  [/^centos/i, 'CentOS'],
  [/^rhel/i, 'Red Hat'],
  [/^(?:rl|rocky)(?:_|$)/i, 'Rocky Linux'],
  [/^almalinux/i, 'AlmaLinux'],
  [/^(?:EFI-SYSTEM|flatcar|coreos)/i, 'Flatcar or CoreOS'],
  [/^System Reserved$/i, 'Windows'],
]

/** Last resort: what the file is called. */
const FILE_NAMES: [RegExp, Os][] = [
  [/ubuntu/i, 'Ubuntu'],
  [/debian/i, 'Debian'],
  [/centos/i, 'CentOS'],
  [/rhel|red-?hat/i, 'Red Hat'],
  [/fedora/i, 'Fedora'],
  [/rocky/i, 'Rocky Linux'],
  [/alma/i, 'AlmaLinux'],
  [/opensuse/i, 'openSUSE'],
  [/\bsles?\b/i, 'SUSE'],
  [/oracle-?linux/i, 'Oracle Linux'],
  [/windows|win(?:20\d\d|1[01]\b)/i, 'Windows'],
]
const LINUX_FILE_SYSTEMS = ['ext2', 'ext3', 'ext4', 'xfs', 'btrfs', 'lvm', 'swap']

const match = (patterns: [RegExp, Os][], text: string): Os | null =>
  patterns.find(([pattern]) => pattern.test(text))?.[1] ?? null

export function osHintsOf(contents: Contents, details: readonly Detail[], fileName: string | null): OsHint[] {
  const volumeId = details.find(({ name }) => name === 'volumeId')
  const hints: OsHint[] = []
  const add = (os: Os | null | undefined, from: string, value: string, evidence: OsHint['evidence']) => {
    if (os && !hints.some((hint) => hint.os === os)) hints.push({ os, from, value, evidence })
  }
  if (volumeId)
    add(
      match(VOLUME_IDS, volumeId.value),
      'volume id',
      volumeId.value,
      evidenceOf({ ...atOf(volumeId.offset) }),
    )
  for (const { entry, esp } of contents.partitions)
    for (const folder of esp?.folders ?? [])
      add(
        EFI_FOLDERS.get(folder.toLowerCase()),
        'EFI folder',
        folder,
        evidenceOf({ where: 'disk', offset: entry.startBytes }),
      )
  for (const { label, offset } of labelsOf(contents))
    add(match(LABELS, label), 'label', label, evidenceOf({ where: 'disk', offset }))
  if (looksLikeWindows(contents)) add('Windows', 'partitions', 'NTFS', null)
  if (hints.length === 0) {
    if (fileName !== null) add(match(FILE_NAMES, fileName), 'file name', fileName, null)
    const kinds = [...contents.partitions.map(({ fileSystem }) => fileSystem), contents.wholeDisk]
    const linux = kinds.find((found) => found && LINUX_FILE_SYSTEMS.includes(found.kind))
    if (linux && hints.length === 0) add('Linux', 'file system', linux.kind, null)
  }
  return hints.slice(0, MAX_HINTS)
}

const atOf = (offset: number | null) => (offset === null ? {} : { offset })

function labelsOf({ partitions, wholeDisk }: Contents) {
  const found = partitions.flatMap(({ entry, fileSystem, esp }) =>
    [fileSystem?.label, esp?.label, entry.name].flatMap((label) =>
      label ? [{ label, offset: entry.startBytes }] : [],
    ),
  )
  return wholeDisk?.label ? [...found, { label: wholeDisk.label, offset: 0n }] : found
}

/** NTFS alone may be a data disk: a reserved partition, or an active one of its type, belongs to a system. */
function looksLikeWindows({ partitions }: Contents): boolean {
  const ntfs = partitions.some(
    ({ fileSystem }) => fileSystem?.kind === 'ntfs' || fileSystem?.kind === 'bitlocker',
  )
  return (
    ntfs &&
    partitions.some(
      ({ entry }) => entry.type === MICROSOFT_RESERVED || (entry.bootFlag && entry.type === MBR_NTFS),
    )
  )
}
