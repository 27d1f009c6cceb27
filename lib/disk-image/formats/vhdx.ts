/**
 * Hyper-V's Virtual Hard Disk v2: Microsoft, [MS-VHDX], sections 2.2 (header section), 2.5 (BAT), 2.6 (metadata).
 * Little-endian. The metadata region is in vhdx-metadata.ts.
 */
import { crc32c } from '../checksums.ts'
import { guidAt, has, isZero, le32, le64, utf16leAt } from '../fields.ts'
import type { Fact } from '../inspection.ts'
import { mappedDisk, tableEntry } from '../mapped-disk.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import type { BudgetedFile } from '../read-budget.ts'
import { type FormatParser, type FormatReading, fact, malformed } from './reading.ts'
import { readVhdxMetadata, type VhdxMetadata } from './vhdx-metadata.ts'

const KIB = 1024
const FORMAT_DETAIL = 'VHDX'
/** 2.2.2: two headers, of which the valid one with the higher sequence number counts. */
const HEADERS_AT = [64 * KIB, 128 * KIB]
const HEADER_BYTES = 4 * KIB
/** 2.2.3: two region tables alike. */
const REGION_TABLES_AT = [192 * KIB, 256 * KIB]
const REGION_TABLE_BYTES = 64 * KIB
const MAX_REGIONS = 2047
const BAT = '2DC27766-F623-4200-9D64-115E9BFD4A08'
const METADATA = '8B7CA206-4790-4B9A-B8FE-575F050F886E'
/** 2.5.1: states of a block. */
const STATE_PRESENT = 6n
const STATE_PARTLY_PRESENT = 7n
const MIB = 1024n * 1024n
const CHECKED_TABLE_BYTES = 64 * KIB

export const vhdx: FormatParser = {
  recognise: (head) => has(head, 0, 'vhdxfile'),
  read: async (file, head) => {
    const header = currentHeader(head)
    const regions = await readRegions(file, head)
    const nothing: FormatReading = {
      format: 'vhdx',
      formatDetail: FORMAT_DETAIL,
      virtualSizeBytes: null,
      details: [{ name: 'creator', value: utf16leAt(head, 8, 512), offset: 8 }],
      facts: [],
      disk: 'damaged',
    }
    const facts: Fact[] = []
    if (header === 'cut' || regions === 'cut')
      return {
        ...nothing,
        disk: 'cut',
        facts: [fact('truncated', { offset: file.sizeBytes, value: 'The headers are not complete.' })],
      }
    if (!header)
      facts.push(
        fact('checksum-bad', { offset: HEADERS_AT[0] ?? 0, value: 'neither header has its checksum' }),
      )
    else if (!header.logEmpty)
      facts.push(fact('dirty', { offset: header.at + 48, value: 'The log may hold changes.' }))
    if (regions === null) {
      facts.push(
        fact('checksum-bad', {
          offset: REGION_TABLES_AT[0] ?? 0,
          value: 'neither region table has its checksum',
        }),
      )
      return { ...nothing, facts }
    }
    if (typeof regions === 'string') return { ...nothing, disk: regions }
    facts.push(...regions.facts)
    const metadata = regions.metadataAt === null ? null : await readVhdxMetadata(file, regions.metadataAt)
    if (metadata === 'cut')
      return {
        ...nothing,
        disk: 'cut',
        facts: [
          ...facts,
          fact('truncated', { offset: regions.metadataAt ?? 0n, value: 'The metadata is not complete.' }),
        ],
      }
    if (metadata === null || (typeof metadata === 'object' && 'impossible' in metadata)) {
      const where = metadata?.impossible ?? { offset: REGION_TABLES_AT[0] ?? 0, value: 'no metadata region' }
      return malformed('vhdx', FORMAT_DETAIL, where, facts)
    }
    if (typeof metadata === 'string') return { ...nothing, facts, disk: metadata }
    facts.push(...metadata.facts)
    const reading = { ...nothing, virtualSizeBytes: metadata.sizeBytes, facts }
    const { batAt } = regions
    if (batAt === null)
      return {
        ...reading,
        facts: [...facts, fact('malformed', { offset: REGION_TABLES_AT[0] ?? 0, value: 'no block table' })],
      }
    if (header && !header.logEmpty) return { ...reading, disk: 'unreplayed' }
    return {
      ...reading,
      disk: vhdxDisk(file, batAt, metadata),
      checkEnd: () => vhdxEnd(file, batAt, regions.batBytes),
    }
  },
}

function currentHeader(head: Uint8Array) {
  if (head.length < (HEADERS_AT[1] ?? 0) + HEADER_BYTES) return 'cut'
  const valid = HEADERS_AT.flatMap((at) => {
    const bytes = head.subarray(at, at + HEADER_BYTES)
    if (!has(bytes, 0, 'head') || crc32c(bytes, 4) !== le32(bytes, 4)) return []
    return [{ at, sequence: le64(bytes, 8), logEmpty: isZero(bytes.subarray(48, 64)) }]
  })
  return valid.reduce<(typeof valid)[number] | null>(
    (best, next) => (best && best.sequence >= next.sequence ? best : next),
    null,
  )
}

type Regions = { batAt: bigint | null; batBytes: number; metadataAt: bigint | null; facts: Fact[] }

/** Null where neither table has its checksum. */
async function readRegions(file: BudgetedFile, head: Uint8Array) {
  for (const at of REGION_TABLES_AT) {
    const inHead = head.subarray(at, at + REGION_TABLE_BYTES)
    const bytes =
      inHead.length === REGION_TABLE_BYTES ? inHead : await file.read(BigInt(at), REGION_TABLE_BYTES)
    if (isUnread(bytes)) return bytes === 'past-end' ? 'cut' : bytes
    const count = le32(bytes, 8)
    if (has(bytes, 0, 'regi') && count <= MAX_REGIONS && crc32c(bytes, 4) === le32(bytes, 4))
      return regionsOf(bytes, at, count)
  }
  return null
}

function regionsOf(bytes: Uint8Array, tableAt: number, count: number): Regions {
  const found: Regions = { batAt: null, batBytes: 0, metadataAt: null, facts: [] }
  for (let i = 0; i < count; i += 1) {
    const at = 16 + i * 32
    const guid = guidAt(bytes, at)
    if (guid === BAT) {
      found.batAt = le64(bytes, at + 16)
      found.batBytes = le32(bytes, at + 24)
    } else if (guid === METADATA) found.metadataAt = le64(bytes, at + 16)
    else if (le32(bytes, at + 28) & 1 && found.facts.length === 0)
      found.facts.push(fact('unknown-feature', { offset: tableAt + at, value: `region ${guid}` }))
  }
  return found
}

/** 2.5: after every `ratio` blocks the table has an entry for their sector bitmap. */
function vhdxDisk(
  file: Medium,
  batAt: bigint,
  { sizeBytes, blockBytes, sectorBytes, hasParent }: VhdxMetadata,
): Medium {
  const ratio = (8n * MIB * sectorBytes) / blockBytes
  return mappedDisk(file, sizeBytes, async (offset) => {
    const block = offset / blockBytes
    const inBlock = offset % blockBytes
    const length = blockBytes - inBlock
    const bytes = await tableEntry(file, batAt + 8n * (block + block / ratio), 8)
    if (isUnread(bytes)) return bytes
    const entry = le64(bytes, 0)
    const state = entry & 7n
    if (state === STATE_PRESENT) return { kind: 'stored', at: (entry >> 20n) * MIB + inBlock, length }
    if (hasParent || state === STATE_PARTLY_PRESENT) return 'elsewhere'
    return { kind: 'zeros', length }
  })
}

async function vhdxEnd(file: Medium, batAt: bigint, batBytes: number): Promise<Fact[] | Unread> {
  const table = await file.read(batAt, Math.min(batBytes, CHECKED_TABLE_BYTES))
  if (table === 'past-end')
    return [fact('truncated', { offset: batAt, value: 'The block table is not complete.' })]
  if (isUnread(table)) return table
  for (let at = 0; at + 8 <= table.length; at += 8) {
    const entry = le64(table, at)
    const start = (entry >> 20n) * MIB
    if ((entry & 7n) >= STATE_PRESENT && start >= file.sizeBytes)
      return [
        fact('truncated', { offset: batAt + BigInt(at), value: `A block lies at ${start}, past the end.` }),
      ]
  }
  return []
}
