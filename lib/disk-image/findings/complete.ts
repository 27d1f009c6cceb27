/** Is all of the file there, and is it whole? */
import type { FactId } from '../inspection.ts'
import { convert, nameOf } from './commands.ts'
import { factOf, isDisk, valueIn } from './facts.ts'
import type { CheckFile, Finding } from './finding.ts'
import { passed, said, unknown } from './said.ts'

const UPLOAD_AGAIN = { text: 'Compare its size with the original and upload it again.', command: null }

export const completeCheck: CheckFile = (inspection) => {
  const cut = factOf(inspection, 'truncated')
  const footer = factOf(inspection, 'footer-missing')
  const backup = factOf(inspection, 'backup-table-missing')
  const findings: Finding[] = []
  if (footer)
    findings.push(
      said({
        id: 'footer-missing',
        check: 'complete',
        severity: 'blocks',
        title: 'The footer at the end of the VHD is missing.',
        why: 'Every VHD ends in a footer. Some tools open it from the copy at its start, and lose data.',
        evidence: footer.evidence,
        cure: UPLOAD_AGAIN,
        field: 'imageFile',
      }),
    )
  if (cut)
    findings.push(
      said({
        id: 'truncated',
        check: 'complete',
        severity: 'blocks',
        title: cut.evidence.where === 'disk' ? 'The disk is cut off.' : 'The file is cut off.',
        why: valueIn(cut),
        evidence: cut.evidence,
        cure: UPLOAD_AGAIN,
        field: 'imageFile',
      }),
    )
  else if (backup)
    findings.push(
      said({
        id: 'truncated',
        check: 'complete',
        severity: 'warns',
        title: 'The second copy of the partition table lies past the end of the disk.',
        why: `The disk was made smaller, or the file was cut off. ${valueIn(backup)}`,
        evidence: backup.evidence,
        cure: UPLOAD_AGAIN,
        field: 'imageFile',
      }),
    )
  if (findings.length > 0) return findings
  if (inspection.endChecked)
    return [
      passed('complete', 'The file ends where it should.', 'Nothing that was read points past its end.'),
    ]
  if (!isDisk(inspection)) return []
  return [
    unknown(
      'complete',
      'Whether the file is complete is not known.',
      'Nothing in what was read says where it should end.',
    ),
  ]
}

type Damage = {
  id: FactId
  severity: 'blocks' | 'warns'
  title: string
  why: string
  cure: 'check' | 'shut-down' | 'again'
}

const DAMAGES: Damage[] = [
  {
    id: 'malformed',
    severity: 'blocks',
    title: 'Its header contradicts itself.',
    why: 'No program could have meant this:',
    cure: 'again',
  },
  {
    id: 'several-formats',
    severity: 'blocks',
    title: 'It carries the signs of more than one format.',
    why: 'One program may read it as one thing and the next as another:',
    cure: 'again',
  },
  {
    id: 'checksum-bad',
    severity: 'blocks',
    title: 'A checksum in its header is wrong.',
    why: 'The header was damaged or changed by hand.',
    cure: 'again',
  },
  {
    id: 'corrupt',
    severity: 'blocks',
    title: 'It is marked as damaged.',
    why: 'The program that wrote it found its tables in disorder.',
    cure: 'check',
  },
  {
    id: 'dirty',
    severity: 'warns',
    title: 'It was not closed cleanly.',
    why: 'The machine was running, or was stopped hard, when the file was copied.',
    cure: 'shut-down',
  },
]

export const undamagedCheck: CheckFile = (inspection) => {
  const cures = {
    again: UPLOAD_AGAIN,
    check: {
      text: 'Have it repaired, then look at what is left.',
      command: `qemu-img check -r all ${nameOf(inspection)}`,
    },
    'shut-down': {
      text: 'Shut the machine down and export it again, or convert the file.',
      command: convert(inspection),
    },
  }
  const findings = DAMAGES.flatMap(({ id, severity, title, why, cure }) => {
    const fact = factOf(inspection, id)
    if (!fact) return []
    return [
      said({
        id,
        check: 'undamaged',
        severity,
        title,
        why: `${why} ${valueIn(fact)}`.trim(),
        evidence: fact.evidence,
        cure: cures[cure],
        field: 'imageFile',
      }),
    ]
  })
  if (findings.length > 0 || !isDisk(inspection)) return findings
  if (inspection.insideUnread === 'damaged' || inspection.insideUnread === 'cut') return []
  return [
    passed('undamaged', 'What was read of it is in order.', 'Headers and tables agree with each other.'),
  ]
}
