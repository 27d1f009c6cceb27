/** An inspection as text for people, on a terminal. */
import { exactBytes, formatBytes } from '../format/bytes.ts'
import type { Finding, Severity } from './findings/finding.ts'
import type { Inspection, Partition } from './inspection.ts'

const DIGITS = 6
const WORDS: Record<Severity, string> = {
  blocks: 'Problem',
  warns: 'Warning',
  unknown: 'Not known',
  informs: 'Note',
  passed: 'Fine',
}
const INDENT = '  '

/** A terminal acts on control characters, and a file may be named with them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the terminal
const plain = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?')
const size = (bytes: number): string => `${formatBytes(bytes, { digits: DIGITS })} (${exactBytes(bytes)})`

export function report(file: string, inspection: Inspection, findings: readonly Finding[]): string {
  const { bootMode, architecture, osHints, reads } = inspection
  const lines = [
    plain(file),
    `${INDENT}Format: ${inspection.formatDetail ?? inspection.format}`,
    `${INDENT}File: ${size(inspection.fileBytes)}`,
  ]
  if (inspection.virtualSizeBytes !== null)
    lines.push(`${INDENT}Disk inside: ${size(inspection.virtualSizeBytes)}`)
  if (inspection.minDiskGb !== null) lines.push(`${INDENT}Minimum disk: ${inspection.minDiskGb} GB`)
  if (inspection.partitions.length > 0) {
    lines.push(`${INDENT}Partitions (${inspection.partitionTable.toUpperCase()}):`)
    lines.push(...inspection.partitions.map(partitionLine))
  }
  if (bootMode.value !== 'unknown') lines.push(`${INDENT}Boot mode: ${bootMode.value}. ${bootMode.because}`)
  if (architecture.value !== 'unknown')
    lines.push(`${INDENT}Architecture: ${architecture.value}. ${architecture.because}`)
  if (osHints.length > 0)
    lines.push(
      `${INDENT}Looks like: ${osHints.map(({ os, from, value }) => `${os} (${from} ${value})`).join(', ')}`,
    )
  for (const finding of findings) lines.push(...findingLines(finding))
  lines.push(
    `${INDENT}Read ${formatBytes(reads.bytes)} in ${reads.count} ${reads.count === 1 ? 'read' : 'reads'}.`,
    '',
  )
  return lines.map(plain).join('\n')
}

function partitionLine({ number, sizeBytes, typeName, type, fileSystem, label, read }: Partition): string {
  const content = fileSystem ?? (read ? 'nothing known' : 'not read')
  return `${INDENT}${INDENT}${number}: ${formatBytes(sizeBytes)}, ${typeName ?? type}, ${content}${label === null ? '' : ` "${label}"`}`
}

function findingLines({ severity, title, why, cure, evidence, id }: Finding): string[] {
  const at =
    evidence?.offset == null
      ? ''
      : `, at byte ${evidence.offset}${evidence.where === 'disk' ? ' of the disk' : ''}`
  const lines = [`${INDENT}${WORDS[severity]}: ${title} ${why} [${id}${at}]`]
  if (cure) lines.push(`${INDENT}${INDENT}${cure.text}`)
  if (cure?.command) lines.push(`${INDENT}${INDENT}${INDENT}${cure.command}`)
  return lines
}

export const unreadable = (file: string, { code, message }: { code: string; message: string }): string =>
  plain(`${file}: cannot be read (${code}). ${message}`)
