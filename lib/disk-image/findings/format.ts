/** Does IMS take files like this one at all? */
import { extensionOf, promisesSignature } from '../extensions.ts'
import type { Format, Inspection } from '../inspection.ts'
import { convert, nameOf, quoted, renamed } from './commands.ts'
import { factOf, isDisk, valueIn } from './facts.ts'
import type { CheckFile, Finding } from './finding.ts'
import { passed, said, unknown } from './said.ts'

const FORMAT_WORDS: Record<Format, string> = {
  qcow2: 'QCOW2',
  qcow: 'QCOW',
  raw: 'RAW',
  vmdk: 'VMDK',
  vhd: 'VHD',
  vhdx: 'VHDX',
  vdi: 'VDI',
  qed: 'QED',
  iso: 'ISO',
  ova: 'OVA',
  ovf: 'OVF',
  tar: 'tar',
  gzip: 'gzip',
  xz: 'xz',
  zstd: 'Zstandard',
  bzip2: 'bzip2',
  zip: 'ZIP',
  '7z': '7z',
  luks: 'LUKS',
  zvhd: 'ZVHD',
  zvhd2: 'ZVHD2',
  parallels: 'Parallels',
  bochs: 'Bochs',
  dmg: 'Apple DMG',
  ewf: 'EnCase EWF',
  unknown: 'unknown',
}
const LISTED =
  'IMS takes VMDK, VHD, QCOW2, RAW, VHDX, QED, VDI, QCOW, ZVHD2 and ZVHD, and ISO files as installers.'
const UNPACKERS: Partial<Record<Format, (name: string) => string>> = {
  gzip: (name) => `gunzip -k ${name}`,
  xz: (name) => `unxz -k ${name}`,
  zstd: (name) => `unzstd ${name}`,
  bzip2: (name) => `bunzip2 -k ${name}`,
  zip: (name) => `unzip ${name}`,
  '7z': (name) => `7z x ${name}`,
}
const NOT_OVERRIDABLE = { field: 'imageFile', overridable: false } as const

export const formatCheck: CheckFile = (inspection) => {
  const word = FORMAT_WORDS[inspection.format]
  const empty = factOf(inspection, 'empty')
  if (empty)
    return [
      said({
        id: 'empty',
        check: 'format',
        severity: 'blocks',
        title: 'The file is empty.',
        why: 'An upload that failed at its start leaves a file of 0 bytes.',
        cure: { text: 'Upload the file again.', command: null },
        imsCode: 'IMG.0057',
        evidence: empty.evidence,
        ...NOT_OVERRIDABLE,
      }),
    ]
  if (isDisk(inspection) || inspection.format === 'iso')
    return [
      passed(
        'format',
        `The format is ${word}.`,
        inspection.format === 'iso' ? 'IMS takes it as an installer.' : LISTED,
      ),
    ]
  if (factOf(inspection, 'not-inspected'))
    return [
      said({
        id: 'not-inspected',
        check: 'format',
        severity: 'unknown',
        title: 'ZVHD files are not inspected.',
        why: 'Their header is not described in public, so that the name alone tells the format.',
        field: 'imageFile',
      }),
    ]
  if (inspection.format === 'unknown')
    return [unknown('format', 'The format is not known.', 'No sign of any known format was found.')]
  if (inspection.format === 'luks') return []
  return [packed(inspection, 'compressed-archive') ?? packed(inspection, 'archive') ?? unlisted(word)]
}

function packed(inspection: Inspection, id: 'archive' | 'compressed-archive'): Finding | null {
  const fact = factOf(inspection, id)
  if (!fact) return null
  const word = FORMAT_WORDS[inspection.format]
  const inside = inspection.details.find(({ name }) => name === 'inside')?.value
  return said({
    id,
    check: 'format',
    severity: 'blocks',
    title: inside ? `The file is ${word}, with ${inside} inside.` : `The file is ${word}, not a disk.`,
    why: `IMS unpacks nothing. ${LISTED}`,
    evidence: fact.evidence,
    cure: { text: 'Unpack it and upload the disk inside.', command: unpackCommand(inspection) },
    imsCode: 'IMG.0072',
    ...NOT_OVERRIDABLE,
  })
}

const DISK_MEMBER = /\.(?:vmdk|vhdx?|qcow2?|vdi|img|raw)$/i

function unpackCommand(inspection: Inspection): string | null {
  const name = nameOf(inspection)
  if (inspection.format === 'ova' || inspection.format === 'tar') {
    const disk = inspection.details.find(
      (detail) => detail.name === 'members' && DISK_MEMBER.test(detail.value),
    )
    return disk ? `tar -xf ${name} ${quoted(disk.value)}` : `tar -tvf ${name}`
  }
  return UNPACKERS[inspection.format]?.(name) ?? null
}

const unlisted = (word: string): Finding =>
  said({
    id: 'unsupported-format',
    check: 'format',
    severity: 'blocks',
    title: `The file is ${word}.`,
    why: LISTED,
    cure: { text: 'Convert it to QCOW2 with a tool that reads this format.', command: null },
    imsCode: 'IMG.0072',
    ...NOT_OVERRIDABLE,
  })

export const extensionCheck: CheckFile = (inspection) => {
  const extension = inspection.fileName === null ? null : extensionOf(inspection.fileName)
  const mismatch = factOf(inspection, 'extension-mismatch')
  if (!mismatch)
    return extension === null || inspection.format === 'unknown'
      ? []
      : [passed('extension', 'The name fits the content.', `It ends in .${extension}.`)]
  const nothingFound = inspection.format === 'unknown'
  const missing = nothingFound && promisesSignature(extension ?? '')
  return [
    said({
      id: 'extension-mismatch',
      check: 'extension',
      severity: missing ? 'blocks' : 'warns',
      title: nothingFound
        ? `The name ends in .${extension}, and the content is no such file.`
        : `The name ends in .${extension}, and the content is ${FORMAT_WORDS[inspection.format]}.`,
      why: 'IMS looks at the name as well as at the content.',
      evidence: mismatch.evidence,
      cure: isDisk(inspection)
        ? {
            text: 'Name the file after its content, or convert it.',
            command: renamed(inspection, inspection.format),
          }
        : { text: 'Upload the right file.', command: null },
      field: 'imageFile',
      imsCode: missing ? 'IMG.0057' : null,
    }),
  ]
}

/** Formats whose disk one command can turn into a plain file. */
export const featureCheck: CheckFile = (inspection) => {
  const findings: Finding[] = []
  const add = (
    id: 'zstd-clusters' | 'extended-l2' | 'unknown-feature' | 'vmdk-sizes-differ',
    severity: 'blocks' | 'warns',
    title: string,
    why: string,
  ) => {
    const fact = factOf(inspection, id)
    if (!fact) return
    const cure = { text: 'Convert it to a plain QCOW2 file.', command: convert(inspection) }
    findings.push(
      said({
        id,
        check: 'features',
        severity,
        title,
        why: `${why} ${valueIn(fact)}`.trim(),
        evidence: fact.evidence,
        cure,
        field: 'imageFile',
      }),
    )
  }
  add(
    'zstd-clusters',
    'warns',
    'Its clusters are compressed with Zstandard.',
    'Converters from before 2020 cannot read it.',
  )
  add('extended-l2', 'warns', 'It uses extended L2 entries.', 'Converters from before 2021 cannot read them.')
  add('vmdk-sizes-differ', 'warns', 'It gives two sizes for its disk.', 'A reader may believe either one:')
  add(
    'unknown-feature',
    'blocks',
    'It uses a feature that converters do not know.',
    'QEMU refuses such a file.',
  )
  if (findings.length > 0 || !isDisk(inspection)) return findings
  return [
    passed(
      'features',
      'It uses no unusual feature of its format.',
      inspection.formatDetail ?? FORMAT_WORDS[inspection.format],
    ),
  ]
}
