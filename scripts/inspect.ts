/**
 * `npm run inspect -- [--json] FILE...`: says what disk image files are. With --json, one object a line for each
 * file, in order. The exit status is 0 when all files were read, whatever was found in them; 1 when one could not
 * be read; 2 for wrong usage.
 */

import { basename } from 'node:path'
import type { Finding } from '../lib/disk-image/findings/finding.ts'
import { findingsOf } from '../lib/disk-image/findings.ts'
import { inspect } from '../lib/disk-image/inspect.ts'
import type { Inspection } from '../lib/disk-image/inspection.ts'
import { withNodeFile } from '../lib/disk-image/node-file.ts'
import { nodeZstd } from '../lib/disk-image/node-zstd.ts'
import { report, unreadable } from '../lib/disk-image/report.ts'

const USAGE = 'usage: npm run inspect -- [--json] FILE...'
const WRONG_USAGE = 2
const STANDARD_INPUT = '-'

type Arguments = { json: boolean; files: string[] }
type Answer = { inspection: Inspection; findings: Finding[] } | { error: { code: string; message: string } }

/** Null for an option that does not exist, or no file at all. */
function readArguments(words: readonly string[]): Arguments | null {
  const end = words.indexOf('--')
  const before = end === -1 ? words : words.slice(0, end)
  const after = end === -1 ? [] : words.slice(end + 1)
  const options = before.filter((word) => word.startsWith('-') && word !== STANDARD_INPUT)
  const files = [...before.filter((word) => !options.includes(word)), ...after]
  return options.every((option) => option === '--json') && files.length > 0
    ? { json: options.length > 0, files }
    : null
}

async function answer(path: string): Promise<Answer> {
  if (path === STANDARD_INPUT)
    return {
      error: { code: 'unsupported', message: 'Standard input cannot be read in pieces. Name a file.' },
    }
  try {
    const inspection = await withNodeFile(path, (source) =>
      inspect(source, { fileName: basename(path), zstd: nodeZstd }),
    )
    return {
      inspection,
      findings: findingsOf(inspection, {}).filter(({ severity }) => severity !== 'passed'),
    }
  } catch (error) {
    if (!isSystemError(error)) throw error
    return { error: { code: error.code, message: error.message } }
  }
}

/** What the system says of a file it does not give; anything else is a fault of this program. */
const isSystemError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^(?:E[A-Z0-9]+|unsupported)$/.test(error.code)

function asJson(file: string, found: Answer): string {
  if ('error' in found) return JSON.stringify({ file, error: found.error })
  const { inspection, findings } = found
  return JSON.stringify({
    file,
    format: inspection.format,
    virtualSizeBytes: inspection.virtualSizeBytes,
    fileBytes: inspection.fileBytes,
    minDiskGb: inspection.minDiskGb,
    formatDetail: inspection.formatDetail,
    details: inspection.details,
    findings: findings.map(({ id, severity, title, evidence }) => ({
      id,
      severity,
      message: title,
      evidence,
    })),
    partitionTable: inspection.partitionTable,
    sectorBytes: inspection.sectorBytes,
    partitions: inspection.partitions,
    wholeDisk: inspection.wholeDisk,
    bootMode: inspection.bootMode.value,
    architecture: inspection.architecture.value,
    osHints: inspection.osHints,
    reads: inspection.reads,
  })
}

async function main(words: readonly string[]): Promise<number> {
  const wanted = readArguments(words)
  if (!wanted) {
    console.error(USAGE)
    return WRONG_USAGE
  }
  let failures = 0
  for (const file of wanted.files) {
    const found = await answer(file)
    if ('error' in found) failures += 1
    if (wanted.json) console.log(asJson(file, found))
    else if ('error' in found) console.error(unreadable(file, found.error))
    else console.log(report(file, found.inspection, found.findings))
  }
  return failures === 0 ? 0 : 1
}

process.exitCode = await main(process.argv.slice(2))
