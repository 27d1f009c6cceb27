/** Do the disk and the file fit the limits of IMS, and the request the disk? (IMS user guide, "Constraints") */
import { formatBytes } from '../../format/bytes.ts'
import type { Inspection } from '../inspection.ts'
import { convert, plainNameOf } from './commands.ts'
import { factOf, isDisk, valueIn } from './facts.ts'
import type { CheckFile, Finding } from './finding.ts'
import { passed, said, unknown } from './said.ts'

const GIB = 1024 ** 3
export const MAX_SYSTEM_DISK_GB = 1024
const MAX_DATA_DISK_GB = 2048
/** Object sizes; that GB means GiB there is inferred from the arithmetic of the FAQ. */
const MAX_FILE_GB = 128
const MAX_QUICK_FILE_GB = 1024
/** 40.0013 GiB: fewer digits would hide why 40 is too small. */
const DIGITS = 6

const exactly = (bytes: number): string => formatBytes(bytes, { digits: DIGITS })

export const minDiskCheck: CheckFile = (inspection, { minDiskGb }) => [
  ...ambiguousSize(inspection),
  ...minDisk(inspection, minDiskGb),
]

function minDisk(inspection: Inspection, typed: number | null | undefined): Finding[] {
  const { minDiskGb: needed, virtualSizeBytes } = inspection
  if (needed === null || virtualSizeBytes === null) {
    if (!isDisk(inspection)) return []
    return [
      unknown(
        'min-disk',
        'The size of the disk inside is not known.',
        'The minimum disk cannot be compared with it.',
      ),
    ]
  }
  if (typed === undefined) return []
  const size = exactly(virtualSizeBytes)
  if (typed === null)
    return [
      said({
        id: 'min-disk-needed',
        check: 'min-disk',
        severity: 'informs',
        title: `The disk inside needs a minimum disk of ${needed} GB.`,
        why: `It has ${size}.`,
        field: 'minDiskGb',
      }),
    ]
  if (typed >= needed && factOf(inspection, 'checksum-bad'))
    return [
      unknown(
        'min-disk',
        'The size of the disk inside is not certain.',
        'The header that gives it is damaged.',
      ),
    ]
  if (typed >= needed)
    return [passed('min-disk', `Minimum disk ${typed} GB holds the disk inside.`, `It has ${size}.`)]
  return [
    said({
      id: 'min-disk-too-small',
      check: 'min-disk',
      severity: 'blocks',
      title: `Minimum disk is ${needed - typed} GB too small.`,
      why: `Enter ${needed} or more. The disk inside the file is ${size}.`,
      evidence: { where: 'file', offset: null, value: String(virtualSizeBytes) },
      cure: cutTo(inspection, typed) ?? { text: `Set it to ${needed} GB.`, command: null },
      field: 'minDiskGb',
      imsCode: 'IMG.0055',
      overridable: false,
    }),
  ]
}

/** How far a disk may be over the size that was meant: converters round up, people do not miss by this little. */
const ROUNDED_UP_BYTES = 16 * 1024 ** 2

/**
 * A disk that a converter made a little larger than meant can be cut to size, where no partition stands behind the
 * cut. Not with GPT, which keeps a copy of its table in the last sectors.
 */
function cutTo(inspection: Inspection, typed: number): Finding['cure'] {
  const { virtualSizeBytes, partitionTable, partitions } = inspection
  if (virtualSizeBytes === null || virtualSizeBytes - typed * GIB > ROUNDED_UP_BYTES) return null
  if (partitionTable !== 'mbr' || partitions.length === 0) return null
  if (partitions.some(({ startBytes, sizeBytes }) => startBytes + sizeBytes > typed * GIB)) return null
  return {
    text: `Or make the disk exactly ${typed} GB: no partition stands behind that.`,
    command: `${convert(inspection)} && qemu-img resize --shrink ${plainNameOf(inspection)} ${typed}G`,
  }
}

function ambiguousSize(inspection: Inspection): Finding[] {
  const fact = factOf(inspection, 'vhd-size-ambiguous')
  if (!fact) return []
  // Of makers known to mean the size field, readers agree on it, and the other number is a leftover.
  const agreed = inspection.details.some(({ name, value }) => name === 'sizeFrom' && value === 'size field')
  return [
    said({
      id: 'vhd-size-ambiguous',
      check: 'min-disk',
      severity: agreed ? 'informs' : 'warns',
      title: 'The VHD gives two sizes for its disk.',
      why: `${valueIn(fact)}. Programs differ in which one they take; the minimum disk holds the larger.`,
      evidence: fact.evidence,
      cure: { text: 'Convert it to QCOW2, which has one size.', command: convert(inspection, 'vpc') },
      field: 'imageFile',
    }),
  ]
}

export const diskLimitCheck: CheckFile = (inspection, { kind }) => {
  const { minDiskGb, virtualSizeBytes } = inspection
  if (minDiskGb === null || virtualSizeBytes === null || !isDisk(inspection)) return []
  const limitGb = kind === 'data' ? MAX_DATA_DISK_GB : MAX_SYSTEM_DISK_GB
  if (minDiskGb <= limitGb)
    return [passed('disk-limit', 'The disk is not too large.', `IMS takes up to ${limitGb} GB.`)]
  const undecided = kind === undefined && minDiskGb <= MAX_DATA_DISK_GB
  return [
    said({
      id: kind === 'data' ? 'too-large-for-data-disk' : 'too-large-for-system-disk',
      check: 'disk-limit',
      severity: undecided ? 'warns' : 'blocks',
      title: `The disk inside has ${exactly(virtualSizeBytes)}, the limit is ${limitGb} GB.`,
      why: undecided ? 'It may be imported as a data disk only.' : 'IMS refuses larger disks.',
      evidence: { where: 'file', offset: null, value: String(virtualSizeBytes) },
      cure: { text: 'Shrink the file systems in the guest, then the disk.', command: null },
      field: 'imageFile',
      imsCode: kind === 'data' ? null : 'IMG.0111',
      overridable: false,
    }),
  ]
}

const canQuickImport = ({ format, facts }: Inspection): boolean =>
  format === 'raw' || facts.some(({ id }) => id === 'not-inspected')

export const fileLimitCheck: CheckFile = (inspection, { quickImport }) => {
  const { fileBytes } = inspection
  if (fileBytes === 0) return []
  if (fileBytes <= MAX_FILE_GB * GIB)
    return [
      passed(
        'file-limit',
        'The file is not too large.',
        `It has ${formatBytes(fileBytes)}; IMS takes up to ${MAX_FILE_GB} GB.`,
      ),
    ]
  const quick = canQuickImport(inspection) && fileBytes <= MAX_QUICK_FILE_GB * GIB
  if (quick && quickImport)
    return [
      passed(
        'file-limit',
        'The file is not too large for quick import.',
        `IMS takes up to ${MAX_QUICK_FILE_GB} GB so.`,
      ),
    ]
  const undecided = quick && quickImport === undefined
  return [
    said({
      id: 'too-large-for-import',
      check: 'file-limit',
      severity: undecided ? 'warns' : 'blocks',
      title: `The file has ${formatBytes(fileBytes)}, the limit is ${MAX_FILE_GB} GB.`,
      why: `Only quick import takes more, up to ${MAX_QUICK_FILE_GB} GB, of RAW and ZVHD2 files.`,
      evidence: { where: 'file', offset: null, value: String(fileBytes) },
      cure: quick
        ? { text: 'Turn on quick import.', command: null }
        : {
            text: 'Convert it to compressed QCOW2.',
            command: convert(inspection).replace('convert ', 'convert -c '),
          },
      field: quick ? 'quickImport' : 'imageFile',
      imsCode: 'IMG.0059',
      overridable: false,
    }),
  ]
}

/** The bitmap object that a RAW file needs beside it is in the bucket, and not to be seen from the file. */
export const quickImportCheck: CheckFile = (inspection, { quickImport }) => {
  if (!quickImport) return []
  if (canQuickImport(inspection))
    return [passed('quick-import', 'Quick import takes this format.', 'It takes RAW and ZVHD2.')]
  return [
    said({
      id: 'quick-import-format',
      check: 'quick-import',
      severity: 'blocks',
      title: 'Quick import takes RAW and ZVHD2 only.',
      why: 'It copies the file as it is and converts nothing.',
      cure: { text: 'Turn quick import off, or convert the file to RAW.', command: null },
      field: 'quickImport',
      imsCode: 'IMG.0072',
      overridable: false,
    }),
  ]
}
