import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { inspect } from '../lib/disk-image/inspect.ts'
import type { Inspection } from '../lib/disk-image/inspection.ts'
import { withNodeFile } from '../lib/disk-image/node-file.ts'
import { nodeZstd } from '../lib/disk-image/node-zstd.ts'
import { INSPECTION_LIMITS } from '../lib/disk-image/read-budget.ts'
import { inProject } from '../scripts/project.ts'
import { line, percentile } from './numbers.ts'

const GIB = 1024 ** 3
const SIZES_GB = [1, 10, 100]
/** A median of so many; the first of them warms the code up. */
const RUNS = 15

/** What a file of this format is converted with: fully laid out where it can be, so that it is as large as its disk. */
const FORMATS: Record<string, string[]> = {
  qcow2: ['qcow2', '-o', 'preallocation=metadata'],
  vhd: ['vpc', '-o', 'subformat=fixed,force_size=on'],
  vhdx: ['vhdx', '-o', 'subformat=fixed'],
  vdi: ['vdi', '-o', 'static=on'],
  vmdk: ['vmdk'],
  qed: ['qed'],
}

/**
 * What an inspection reads of large files, which must not grow with them, and its time beside `qemu-img info` on the
 * same file. The files are sparse; the time of qemu-img has the start of its program in it.
 */
export async function inspections(folder: string): Promise<string[]> {
  const qemu = hasQemu()
  const lines = qemu ? [] : ['  qemu-img is absent: only RAW is measured, and nothing is compared']
  for (const sizeGb of SIZES_GB) {
    const raw = join(folder, 'disk.raw')
    await writeSparse(raw, sizeGb)
    lines.push(await measured('raw', sizeGb, raw, qemu))
    for (const [format, how] of qemu ? Object.entries(FORMATS) : []) {
      const file = join(folder, `disk.${format}`)
      execFileSync('qemu-img', ['convert', '-f', 'raw', '-O', ...how, raw, file])
      lines.push(await measured(format, sizeGb, file, qemu))
      await rm(file)
    }
    await rm(raw)
  }
  return lines
}

async function measured(format: string, sizeGb: number, file: string, qemu: boolean): Promise<string> {
  const own: number[] = []
  let inspection: Inspection | undefined
  for (let run = 0; run < RUNS; run += 1) {
    const startedMs = performance.now()
    inspection = await withNodeFile(file, (source) => inspect(source, { fileName: file, zstd: nodeZstd }))
    own.push(performance.now() - startedMs)
  }
  const reads = inspection?.reads ?? { count: 0, bytes: 0 }
  const ownMs = percentile(own, 50)
  const beside = qemu ? `, ${(ownMs / infoMs(file)).toFixed(2)} x qemu-img` : ''
  const kept = reads.count <= INSPECTION_LIMITS.count && reads.bytes <= INSPECTION_LIMITS.bytes
  return line(
    `${format}, ${sizeGb} GB`,
    `${reads.count} reads, ${reads.bytes / 1024} KiB, ${ownMs.toFixed(1)} ms${beside}`,
    {
      words: `${INSPECTION_LIMITS.count} reads, ${INSPECTION_LIMITS.bytes / 1024} KiB`,
      kept: kept && inspection?.format === format,
    },
  )
}

function infoMs(file: string): number {
  const times = Array.from({ length: RUNS }, () => {
    const startedMs = performance.now()
    execFileSync('qemu-img', ['info', '--output=json', file])
    return performance.now() - startedMs
  })
  return percentile(times, 50)
}

/** A partition table and a boot sector at its start, and nothing after. */
async function writeSparse(path: string, sizeGb: number): Promise<void> {
  const head = gunzipSync(readFileSync(inProject('simulator/demo-images/raw-head.gz')))
  const file = await open(path, 'w')
  try {
    await file.write(head, 0, head.length, 0)
    await file.truncate(sizeGb * GIB)
  } finally {
    await file.close()
  }
}

function hasQemu(): boolean {
  try {
    execFileSync('qemu-img', ['--version'])
    return true
  } catch {
    return false
  }
}
