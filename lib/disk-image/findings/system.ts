/** Is it the kind of file that the request takes it for: installer, system, and which system? */
import type { Inspection, OsHint } from '../inspection.ts'
import { factOf, isDisk, valueIn } from './facts.ts'
import type { CheckFile, Finding } from './finding.ts'
import { passed, said, unknown } from './said.ts'

export const installerCheck: CheckFile = (inspection, { kind, madeFor, osVersion, quickImport }) => {
  const findings: Finding[] = []
  const iso = factOf(inspection, 'iso')
  const asDisk = kind === 'data' || (madeFor !== undefined && madeFor !== 'iso-installer')
  if (iso)
    findings.push(
      said({
        id: 'iso',
        check: 'installer',
        severity: asDisk ? 'warns' : 'informs',
        title: 'The file is an installer (ISO), not a disk.',
        why: asDisk ? 'IMS refuses an ISO that is sent as a disk.' : 'A server is installed from it first.',
        evidence: iso.evidence,
        cure: asDisk
          ? {
              text:
                kind === 'data'
                  ? 'Import it as a system disk, made for ISO installer.'
                  : 'Set Made for to ISO installer.',
              command: null,
            }
          : null,
        field: kind === 'data' ? 'kind' : 'madeFor',
      }),
    )
  const bootable = factOf(inspection, 'bootable')
  if (bootable)
    findings.push(
      said({
        id: 'bootable',
        check: 'installer',
        severity: 'informs',
        title: 'The ISO can be booted.',
        why: `Boots with ${valueIn(bootable)}.`,
        evidence: bootable.evidence,
      }),
    )
  if (!iso && madeFor === 'iso-installer' && isDisk(inspection))
    findings.push(
      said({
        id: 'installer-without-iso',
        check: 'installer',
        severity: 'warns',
        title: 'Made for is ISO installer, and the file is a disk.',
        why: 'IMS expects an ISO file for it.',
        cure: { text: 'Set Made for to cloud server.', command: null },
        field: 'madeFor',
      }),
    )
  if (osVersion === null && kind !== 'data' && (iso || madeFor === 'iso-installer' || quickImport))
    findings.push(
      said({
        id: 'os-missing',
        check: 'operating-system',
        severity: 'blocks',
        title:
          iso || madeFor === 'iso-installer'
            ? 'Choose the operating system. ISO files need it.'
            : 'Choose the operating system. Quick import needs it.',
        why: 'IMS does not look into the file here.',
        field: 'osVersion',
        imsCode: iso || madeFor === 'iso-installer' ? 'IMG.0166' : null,
        overridable: false,
      }),
    )
  return findings
}

/** Systems that the list of IMS does not have: whichever Linux stands in for them is fine. */
const ANY_LINUX = /^(?!windows)/i

/** Which values of IMS's list go with what is found on disks. */
const NAMED_SO: Record<OsHint['os'], RegExp> = {
  Ubuntu: /^ubuntu/i,
  Debian: /^debian/i,
  CentOS: /^centos/i,
  'Red Hat': /^(?:red ?hat|oracle)/i,
  Fedora: /^fedora/i,
  'Rocky Linux': ANY_LINUX,
  AlmaLinux: ANY_LINUX,
  openSUSE: /^opensuse/i,
  SUSE: /^suse/i,
  'Arch Linux': ANY_LINUX,
  'Oracle Linux': /^oracle/i,
  'Flatcar or CoreOS': ANY_LINUX,
  FreeBSD: ANY_LINUX,
  Windows: /^windows/i,
  Linux: ANY_LINUX,
}

export const operatingSystemCheck: CheckFile = (inspection, { kind, osVersion }) => {
  if (kind === 'data' || !(isDisk(inspection) || inspection.format === 'iso')) return []
  const { osHints } = inspection
  const [first] = osHints
  if (!first)
    return osVersion
      ? [
          unknown(
            'operating-system',
            'Which system the file holds is not known.',
            'No label or folder names it.',
          ),
        ]
      : []
  const names = osHints.map(({ os }) => os).join(' or ')
  const ground = `Its ${first.from} is ${first.value}.`
  if (!osVersion)
    return [
      said({
        id: 'os-hint',
        check: 'operating-system',
        severity: 'informs',
        title: `The file looks like ${names}.`,
        why: ground,
        evidence: first.evidence,
        field: 'osVersion',
      }),
    ]
  if (osHints.some(({ os }) => NAMED_SO[os].test(osVersion)))
    return [passed('operating-system', `The file looks like ${names}, as chosen.`, ground, first.evidence)]
  return [
    said({
      id: 'os-differs',
      check: 'operating-system',
      // A name is the person's own word, and no ground to doubt their choice.
      severity: first.from === 'file name' ? 'informs' : 'warns',
      title: `The file looks like ${names}, you chose ${osVersion}.`,
      why: `${ground} IMS prefers what it finds.`,
      evidence: first.evidence,
      field: 'osVersion',
    }),
  ]
}

/** Systems for which IMS copies no drivers into the image (user guide, FAQ on automatic configuration). */
const WITHOUT_DRIVERS: { system: RegExp; fileSystem: string }[] = [
  { system: /^CentOS 8\.0/i, fileSystem: 'xfs' },
  { system: /^Fedora (?:29|30)/i, fileSystem: 'xfs' },
  { system: /^SUSE.*12 SP4/i, fileSystem: 'ext4' },
]

export const automaticConfigurationCheck: CheckFile = (
  inspection,
  { kind, osVersion, automaticConfiguration },
) => {
  if (kind === 'data' || !isDisk(inspection)) return []
  const findings: Finding[] = []
  const lvm = factOf(inspection, 'lvm')
  if (lvm)
    findings.push(
      said({
        id: 'lvm',
        check: 'automatic-configuration',
        severity: 'warns',
        title: 'A partition is on LVM.',
        why: `If the root file system is on it (${valueIn(lvm)}), IMS cannot put files into the image.`,
        evidence: lvm.evidence,
        cure: { text: 'Install the drivers and cloud-init in the guest before exporting it.', command: null },
        field: 'automaticConfiguration',
      }),
    )
  const usr = inspection.partitions.find(({ mountPoint }) => mountPoint === '/usr')
  if (usr && automaticConfiguration !== false)
    findings.push(
      noDrivers(
        'separate-usr',
        `Partition ${usr.number} is /usr.`,
        'IMS copies no drivers where /usr is a partition of its own.',
      ),
    )
  const windows = inspection.osHints.some(({ os }) => os === 'Windows')
  if (windows && inspection.bootMode.value === 'uefi' && automaticConfiguration !== false)
    findings.push(
      noDrivers(
        'windows-uefi',
        'IMS copies no drivers into Windows that boots with UEFI.',
        'Without them the server does not find its disk.',
      ),
    )
  const known =
    osVersion &&
    WITHOUT_DRIVERS.find(({ system, fileSystem }) => system.test(osVersion) && holds(inspection, fileSystem))
  if (known && automaticConfiguration !== false)
    findings.push(
      noDrivers(
        'no-driver-injection',
        `IMS copies no drivers into ${osVersion} on ${known.fileSystem}.`,
        'The documentation of IMS names this pair as an exception.',
      ),
    )
  return findings
}

const noDrivers = (id: string, title: string, why: string): Finding =>
  said({
    id,
    check: 'automatic-configuration',
    severity: 'warns',
    title,
    why,
    cure: { text: 'Install the virtio drivers in the guest before exporting it.', command: null },
    field: 'automaticConfiguration',
  })

const holds = ({ partitions, wholeDisk }: Inspection, kind: string): boolean =>
  partitions.some(({ fileSystem }) => fileSystem === kind) || wholeDisk?.fileSystem === kind
