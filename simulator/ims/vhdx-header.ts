import type { FileFacts, Read } from './file-check.ts'

/** GUIDs as they lie on disk: the first three parts little-endian (image-files.md 3.4). */
const METADATA_REGION = '06a27c8b90479a4bb8fe575f050f886e'
const FILE_PARAMETERS = '3767a1ca36fa434db3b633f0aa44e76b'
const VIRTUAL_SIZE = '2442a52f1bcd7648b2115dbed83bf4b8'

/** Virtual size and "has a parent" of a VHDX, found over its region table and its metadata table. */
export async function vhdxFacts(read: Read): Promise<FileFacts> {
  const regions = await read(192 * 1024, 4096)
  if (regions.toString('latin1', 0, 4) !== 'regi') return { format: 'vhdx', isMalformed: true }
  const region = entryOf(regions, 16, METADATA_REGION)
  const start = region === undefined ? 0 : Number(regions.readBigUInt64LE(region + 16))
  const table = await read(start, 128 * 1024)
  const size = itemOf(table, VIRTUAL_SIZE)
  const parameters = itemOf(table, FILE_PARAMETERS)
  if (region === undefined || !size || !parameters) return { format: 'vhdx', isMalformed: true }
  return {
    format: 'vhdx',
    virtualBytes: Number(size.readBigUInt64LE(0)),
    hasParent: (parameters.readUInt32LE(4) & 2) !== 0,
  }
}

function entryOf(table: Buffer, from: number, guid: string): number | undefined {
  for (let at = from; at + 32 <= Math.min(table.length, 4096); at += 32) {
    if (table.toString('hex', at, at + 16) === guid) return at
  }
  return undefined
}

function itemOf(table: Buffer, guid: string): Buffer | undefined {
  const entry = entryOf(table, 32, guid)
  if (entry === undefined) return undefined
  const at = table.readUInt32LE(entry + 16)
  const item = table.subarray(at, at + 8)
  return item.length === 8 ? item : undefined
}
