/** What a row's cells say besides its values. */
import { resultsByCheck, tallyWords } from '@/components/preflight/tally'
import type { Finding } from '@/lib/disk-image/findings/finding'
import { rowProblems } from '@/lib/import/batch/judge-row'
import type { CellProblems } from '@/lib/import/batch/rows'
import { findingRequestOf } from '@/lib/import/finding-request'
import { foundInFile } from '@/lib/import/found-in-file'
import { obstacles, preflightFindings } from '@/lib/preflight/findings'
import { fieldOf, messageOf } from '../known-findings'
import { type BatchRow, problemsOf } from './batch-state'
import type { FileReading } from './useBatchReadings'

export type RowView = {
  /** What keeps the row from being sent, by field. */
  problems: CellProblems
  findings: readonly Finding[]
  /** How the checks came out; null before they were made. */
  tally: { shape: 'ok' | 'warn' | 'bad' | 'unknown'; words: string } | null
  /** What the file says of its smallest disk; null where it does not. */
  minDiskInFile: string | null
  /** Nothing keeps it from being sent, and its file has been looked at, or cannot be. */
  isSound: boolean
}

const SHAPES = { problem: 'bad', warning: 'warn', unknown: 'unknown', fine: 'ok' } as const

export function rowView(row: BatchRow, reading: FileReading): RowView {
  const { draft } = row
  const facts = reading.state === 'read' ? reading.facts : null
  const findings = facts ? preflightFindings(facts, findingRequestOf(draft)) : []
  const problems = rowProblems(draft, problemsOf(row))
  for (const finding of obstacles(findings, [])) problems[fieldOf(finding)] ??= messageOf(finding)
  const gravest = resultsByCheck(findings)[0]
  return {
    problems,
    findings,
    tally: gravest ? { shape: SHAPES[gravest], words: tallyWords(findings) } : null,
    minDiskInFile: foundInFile(facts?.inspection ?? null).minDiskGb?.value ?? null,
    isSound: Object.keys(problems).length === 0 && (reading.state === 'read' || reading.state === 'failed'),
  }
}

/** The same once for each row as it stands: rows are many, and one changes at a time. */
export function keptRowViews(): (row: BatchRow, reading: FileReading) => RowView {
  const kept = new WeakMap<BatchRow, { reading: FileReading; view: RowView }>()
  return (row, reading) => {
    const known = kept.get(row)
    if (known && isSameReading(known.reading, reading)) return known.view
    const view = rowView(row, reading)
    kept.set(row, { reading, view })
    return view
  }
}

function isSameReading(one: FileReading, other: FileReading): boolean {
  if (one.state !== other.state) return false
  return one.state !== 'read' || other.state !== 'read' || one.facts === other.facts
}
