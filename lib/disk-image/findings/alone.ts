/** Is the whole disk in this one file, and can IMS read it? */
import type { Fact, FactId, Inspection } from '../inspection.ts'
import { convert, nameOf } from './commands.ts'
import { factOf, isDisk, valueIn, whyUnread } from './facts.ts'
import type { CheckFile, Finding, FindingRequest, Severity } from './finding.ts'
import { passed, said, unknown } from './said.ts'

type Need = {
  id: FactId
  severity: 'blocks' | 'warns'
  title: (value: string) => string
  why: string
  cure: string
  /** Whether converting here makes one file of it; otherwise the command must run where the others are. */
  command: (inspection: Inspection) => string | null
  imsCode?: string
}

const quotedValue = (value: string) => (value === '' ? '' : ` ${value}`)
const merge = 'Convert it on the machine that has the other files too: that makes one file of them.'

const NEEDS: Need[] = [
  {
    id: 'backing-file',
    severity: 'blocks',
    title: (value) => `It needs a backing file:${quotedValue(value) || ' name unreadable'}.`,
    why: 'It holds only what differs from that file.',
    cure: merge,
    command: convert,
  },
  {
    id: 'external-data-file',
    severity: 'blocks',
    title: (value) => `Its data is in another file:${quotedValue(value) || ' name unreadable'}.`,
    why: 'This file holds only the tables.',
    cure: merge,
    command: convert,
  },
  {
    id: 'differencing',
    severity: 'blocks',
    title: (value) => `It is a differencing disk${value === '' ? '' : ` (${value})`}.`,
    why: 'It holds only what differs from its parent. Some tools open it without a word and give wrong data.',
    cure: 'Merge it into its parent, or convert it beside its parent.',
    command: convert,
  },
  {
    id: 'descriptor-only',
    severity: 'blocks',
    title: () => 'It is only the text part of a VMDK.',
    why: 'The data is in the files that it names.',
    cure: 'Convert the VMDK beside those files, and upload the result.',
    command: (inspection) =>
      `qemu-img convert -O vmdk -o subformat=streamOptimized ${nameOf(inspection)} one-file.vmdk`,
    imsCode: 'IMG.0057',
  },
  {
    id: 'split-extents',
    severity: 'blocks',
    title: (value) => `The disk is split into several files (${value}).`,
    why: 'IMS takes one file, of type monolithicSparse or streamOptimized.',
    cure: 'Convert the VMDK beside its parts, and upload the result.',
    command: () => null,
  },
  {
    id: 'extent-without-descriptor',
    severity: 'blocks',
    title: () => 'It is one part of a VMDK, without its description.',
    why: 'The text that says how the parts belong together is another file.',
    cure: 'Convert the .vmdk text file that names this part, beside all parts.',
    command: () => null,
  },
  {
    id: 'legacy-cowd',
    severity: 'blocks',
    title: () => 'It is a sparse disk of an ESX host.',
    why: 'These never hold a disk alone.',
    cure: 'Export the machine from ESX as OVF, and upload the disk of the export.',
    command: () => null,
  },
  {
    id: 'internal-snapshots',
    severity: 'warns',
    title: (value) => `It holds ${value} ${value === '1' ? 'snapshot' : 'snapshots'}.`,
    why: 'Only the current state is imported.',
    cure: 'Convert it: the copy holds the current state alone.',
    command: convert,
  },
  {
    id: 'several-disks',
    severity: 'warns',
    title: () => 'A file system on it needs other disks too.',
    why: 'A server made from this disk alone may not start.',
    cure: 'Move the system to one disk before exporting it.',
    command: () => null,
  },
]

export const standsAloneCheck: CheckFile = (inspection) => {
  const findings = NEEDS.flatMap(({ id, severity, title, why, cure, command, imsCode }) => {
    const fact = factOf(inspection, id)
    if (!fact) return []
    return [
      said({
        id,
        check: 'stands-alone',
        severity,
        title: title(valueIn(fact)),
        why,
        evidence: fact.evidence,
        cure: { text: cure, command: command(inspection) },
        field: 'imageFile',
        imsCode: imsCode ?? null,
      }),
    ]
  })
  if (findings.length > 0 || !isDisk(inspection)) return findings
  if (inspection.virtualSizeBytes === null)
    return [unknown('stands-alone', 'Whether it needs other files is not known.', whyUnread(inspection))]
  return [
    passed('stands-alone', 'It needs no other file.', 'No backing file, parent or part is named in it.'),
  ]
}

/** Encryption that the format itself declares closes the whole disk; on a data disk a volume inside is kept as it is. */
export const encryptionCheck: CheckFile = (inspection, request) => {
  const encrypted = inspection.facts.filter(({ id }) => id === 'encrypted' || id === 'bitlocker')
  if (encrypted.length > 0) return dedupe(encrypted).map((fact) => encryptedBy(fact, request))
  if (!isDisk(inspection)) return []
  const unseen = inspection.partitions.filter(({ read }) => !read).length
  if (inspection.insideUnread !== null || unseen > 0)
    return [unknown('encryption', 'Whether the disk is encrypted is not known.', whyUnread(inspection))]
  return [
    passed('encryption', 'No encryption was found.', 'Neither the format nor a partition declares any.'),
  ]
}

const dedupe = (facts: Fact[]): Fact[] =>
  facts.filter(({ id }, at) => facts.findIndex((other) => other.id === id) === at)

function encryptedBy({ id, evidence }: Fact, { kind }: FindingRequest): Finding {
  const inside = evidence.where === 'disk'
  const severity: Severity = inside && kind === 'data' ? 'warns' : 'blocks'
  return said({
    id,
    check: 'encryption',
    severity,
    title:
      id === 'bitlocker'
        ? 'BitLocker encrypts a volume of the disk.'
        : `The ${inside ? 'disk' : 'file'} is encrypted (${evidence.value ?? 'method not known'}).`,
    why:
      severity === 'warns'
        ? 'IMS keeps the bytes as they are; whoever attaches the disk needs the key.'
        : 'IMS cannot look into it, and a server made from it cannot start without the key.',
    evidence,
    cure: { text: 'Decrypt it in the machine it comes from, then export it again.', command: null },
    field: 'imageFile',
  })
}
