/** The committed samples, unpacked, and how a test looks into them. */
import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { bytesInMemory } from './bytes-in-memory.ts'
import type { FindingRequest } from './findings/finding.ts'
import { findingsOf } from './findings.ts'
import { signedAtHead } from './formats/table.ts'
import { inspect } from './inspect.ts'
import type { Inspection } from './inspection.ts'
import { isUnread, type Medium } from './medium.ts'
import { nodeZstd } from './node-zstd.ts'
import { withReadBudget } from './read-budget.ts'
import { unpackWith } from './unpack.ts'

const FOLDER = new URL('./samples/', import.meta.url)
const PACKED = '.gz'
const BLOCK = 64 * 1024

export const sampleNames: string[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(PACKED))
  .map((name) => name.slice(0, -PACKED.length))

const unpacked = new Map<string, Buffer>()

/** A copy, so that a test may change it. */
export function sample(name: string): Buffer {
  const bytes = unpacked.get(name) ?? gunzipSync(readFileSync(new URL(name + PACKED, FOLDER)))
  unpacked.set(name, bytes)
  return Buffer.from(bytes)
}

export const expectedOf = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'))

/** As the command line does it; without a name, content alone decides. */
export const look = (bytes: Uint8Array, fileName?: string): Promise<Inspection> =>
  inspect(bytesInMemory(bytes), { zstd: nodeZstd, ...(fileName === undefined ? {} : { fileName }) })

/** "blocks truncated", gravest first, without what passed. */
export const told = (inspection: Inspection, request: FindingRequest = {}): string[] =>
  findingsOf(inspection, request)
    .filter(({ severity }) => severity !== 'passed')
    .map(({ severity, id }) => `${severity} ${id}`)

/** What the samples' JSON holds. */
export const summary = (inspection: Inspection) => ({
  format: inspection.format,
  virtualSizeBytes: inspection.virtualSizeBytes,
  minDiskGb: inspection.minDiskGb,
  findings: told(inspection),
  details: Object.fromEntries(inspection.details.map(({ name, value }) => [name, value])),
  partitionTable: inspection.partitionTable,
  partitions: inspection.partitions.map(({ fileSystem, label }) =>
    `${fileSystem ?? '?'} ${label ?? ''}`.trim(),
  ),
  bootMode: inspection.bootMode.value,
  architecture: inspection.architecture.value,
  looksLike: inspection.osHints.map(({ os }) => os),
})

/** The disk inside, with nothing to hold the reader back. */
export async function diskInside(bytes: Uint8Array): Promise<Medium> {
  const plenty = { count: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY }
  const file = withReadBudget(bytesInMemory(bytes), plenty)
  const head = await file.head()
  const tail = bytes.subarray(Math.max(0, bytes.length - 512))
  const parser = signedAtHead.find((one) => one.recognise?.(head) || one.recogniseTail?.(tail))
  const reading = await parser?.read(file, head, unpackWith(nodeZstd))
  if (!reading || typeof reading.disk === 'string') throw new Error(`no disk inside: ${reading?.disk}`)
  return reading.disk
}

/** All of a virtual disk, as a raw file would have it. */
export async function rawCopy(disk: Medium): Promise<Buffer> {
  const raw = Buffer.alloc(Number(disk.sizeBytes))
  for (let at = 0; at < raw.length; at += BLOCK) {
    const piece = await disk.read(BigInt(at), Math.min(BLOCK, raw.length - at))
    if (isUnread(piece)) throw new Error(`${piece} at ${at}`)
    raw.set(piece, at)
  }
  return raw
}
