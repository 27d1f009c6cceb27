/** The first QCOW: QEMU, block/qcow.c (struct QCowHeader). Big-endian. */
import { be32, be64, byteAt, ceilDivide, has, textAt } from '../fields.ts'
import { mappedDisk, tableEntry } from '../mapped-disk.ts'
import { isUnread, type Medium } from '../medium.ts'
import type { Unpack } from '../unpack.ts'
import { QFI_MAGIC } from './qcow2.ts'
import { type FormatParser, fact, headerCut, MAX_VIRTUAL_BYTES, malformed } from './reading.ts'
import { twoLevelEnd } from './two-level-end.ts'

const HEADER_BYTES = 48
const FORMAT_DETAIL = 'QCOW version 1'
const MAX_BACKING_NAME_BYTES = 1023
/** block/qcow.c refuses anything outside. */
const CLUSTER_BITS = { min: 9, max: 16 }
const L2_BITS = { min: 6, max: 13 }
const COMPRESSED = 1n << 63n

export const qcow: FormatParser = {
  recognise: (head) => has(head, 0, QFI_MAGIC) && be32(head, 4) === 1,
  read: async (file, head, unpack) => {
    if (head.length < HEADER_BYTES) return headerCut('qcow', file.sizeBytes)
    const sizeBytes = be64(head, 24)
    const clusterBits = byteAt(head, 32)
    const l2Bits = byteAt(head, 33)
    const crypt = be32(head, 36)
    const l1At = be64(head, 40)
    if (sizeBytes > MAX_VIRTUAL_BYTES)
      return malformed('qcow', FORMAT_DETAIL, { offset: 24, value: `a disk of ${sizeBytes} bytes` })
    if (clusterBits < CLUSTER_BITS.min || clusterBits > CLUSTER_BITS.max)
      return malformed('qcow', FORMAT_DETAIL, { offset: 32, value: `clusters of 2^${clusterBits} bytes` })
    if (l2Bits < L2_BITS.min || l2Bits > L2_BITS.max)
      return malformed('qcow', FORMAT_DETAIL, { offset: 33, value: `second tables of 2^${l2Bits} entries` })
    const hasBacking = be64(head, 8) !== 0n
    const facts = []
    if (hasBacking) {
      const at = be64(head, 8) > BigInt(head.length) ? head.length : Number(be64(head, 8))
      const name = textAt(head, at, Math.min(be32(head, 16), MAX_BACKING_NAME_BYTES))
      facts.push(fact('backing-file', { offset: 8, value: name }))
    }
    if (crypt !== 0)
      facts.push(fact('encrypted', { offset: 36, value: crypt === 1 ? 'AES' : `method ${crypt}` }))
    const cut = l1At >= file.sizeBytes
    if (cut)
      facts.push(fact('truncated', { offset: 40, value: `The first table lies at ${l1At}, past the end.` }))
    const layout = { sizeBytes, clusterBits, l2Bits, l1At, hasBacking }
    const disk = crypt !== 0 ? 'encrypted' : cut ? 'cut' : qcowDisk(file, layout, unpack)
    return {
      format: 'qcow',
      formatDetail: FORMAT_DETAIL,
      virtualSizeBytes: sizeBytes,
      details: [],
      facts,
      disk,
      ...(typeof disk === 'string' ? {} : { checkEnd: () => qcowEnd(file, layout) }),
    }
  },
}

type Layout = { sizeBytes: bigint; clusterBits: number; l2Bits: number; l1At: bigint; hasBacking: boolean }

/** An L2 entry with the top bit set holds its packed length in the bits below, as many as a cluster has. */
function qcowDisk(file: Medium, layout: Layout, unpack: Unpack): Medium {
  const clusterBytes = 1n << BigInt(layout.clusterBits)
  const tableEntries = 1n << BigInt(layout.l2Bits)
  return mappedDisk(file, layout.sizeBytes, async (offset) => {
    const cluster = offset / clusterBytes
    const inCluster = offset % clusterBytes
    const left = clusterBytes - inCluster
    const nothing = layout.hasBacking ? 'elsewhere' : ({ kind: 'zeros', length: left } as const)
    const l1 = await tableEntry(file, layout.l1At + 8n * (cluster / tableEntries), 8)
    if (isUnread(l1)) return l1
    if (be64(l1, 0) === 0n) return nothing
    const l2 = await tableEntry(file, be64(l1, 0) + 8n * (cluster % tableEntries), 8)
    if (isUnread(l2)) return l2
    const entry = be64(l2, 0)
    if (entry === 0n) return nothing
    if (!(entry & COMPRESSED)) return { kind: 'stored', at: entry + inCluster, length: left }
    const offsetBits = BigInt(63 - layout.clusterBits)
    const packed = await tableEntry(
      file,
      packedAt(entry, layout.clusterBits),
      Number((entry >> offsetBits) & (clusterBytes - 1n)),
    )
    if (isUnread(packed)) return packed
    const bytes = unpack.deflateRaw(packed, Number(clusterBytes))
    return bytes.length === Number(clusterBytes)
      ? { kind: 'unpacked', bytes: bytes.subarray(Number(inCluster)) }
      : 'damaged'
  })
}

const packedAt = (entry: bigint, clusterBits: number): bigint =>
  entry & ((1n << BigInt(63 - clusterBits)) - 1n)

const qcowEnd = (file: Medium, { sizeBytes, clusterBits, l2Bits, l1At }: Layout) =>
  twoLevelEnd(file, {
    l1At,
    l1Bytes: Number(ceilDivide(sizeBytes, 1n << BigInt(clusterBits + l2Bits)) * 8n),
    l2Of: be64,
    l2Bytes: 2 ** l2Bits * 8,
    l2EntryBytes: 8,
    dataOf: (l2, at) => {
      const entry = be64(l2, at)
      return entry & COMPRESSED ? packedAt(entry, clusterBits) : entry
    },
  })
