/** QEMU Enhanced Disk: QEMU, docs/interop/qed_spec.rst. Little-endian. */
import { has, isPowerOfTwo, le32, le64, textAt } from '../fields.ts'
import type { Fact } from '../inspection.ts'
import { mappedDisk, tableEntry } from '../mapped-disk.ts'
import { isUnread, type Medium } from '../medium.ts'
import { type FormatParser, fact, headerCut, MAX_VIRTUAL_BYTES, malformed } from './reading.ts'
import { twoLevelEnd } from './two-level-end.ts'

const HEADER_BYTES = 64
const FORMAT_DETAIL = 'QEMU Enhanced Disk'
const CLUSTER_BYTES = { min: 4096, max: 64 * 1024 * 1024 }
const MAX_TABLE_CLUSTERS = 16
const MAX_BACKING_NAME_BYTES = 1023
const BACKING_FILE = 1n
const NEEDS_CHECK = 2n
const KNOWN_FEATURES = 7n
const ALL_ZEROS = 1n

export const qed: FormatParser = {
  recognise: (head) => has(head, 0, 'QED\0'),
  read: async (file, head) => {
    if (head.length < HEADER_BYTES) return headerCut('qed', file.sizeBytes)
    const clusterBytes = le32(head, 4)
    const tableClusters = le32(head, 8)
    const features = le64(head, 16)
    const l1At = le64(head, 40)
    const sizeBytes = le64(head, 48)
    if (!isPowerOfTwo(clusterBytes) || clusterBytes < CLUSTER_BYTES.min || clusterBytes > CLUSTER_BYTES.max)
      return malformed('qed', FORMAT_DETAIL, { offset: 4, value: `clusters of ${clusterBytes} bytes` })
    if (!isPowerOfTwo(tableClusters) || tableClusters > MAX_TABLE_CLUSTERS)
      return malformed('qed', FORMAT_DETAIL, { offset: 8, value: `tables of ${tableClusters} clusters` })
    const tableEntries = (BigInt(tableClusters) * BigInt(clusterBytes)) / 8n
    if (sizeBytes > MAX_VIRTUAL_BYTES || sizeBytes > tableEntries * tableEntries * BigInt(clusterBytes))
      return malformed('qed', FORMAT_DETAIL, { offset: 48, value: `a disk of ${sizeBytes} bytes` })
    const facts: Fact[] = []
    if (features & BACKING_FILE) {
      const name = textAt(head, le32(head, 56), Math.min(le32(head, 60), MAX_BACKING_NAME_BYTES))
      facts.push(fact('backing-file', { offset: 16, value: name }))
    }
    if (features & NEEDS_CHECK) facts.push(fact('dirty', { offset: 16, value: 'marked for a check' }))
    if (features > KNOWN_FEATURES) facts.push(fact('unknown-feature', { offset: 16, value: features }))
    const cut = l1At + tableEntries * 8n > file.sizeBytes
    if (cut)
      facts.push(fact('truncated', { offset: 40, value: `The first table at ${l1At} is not complete.` }))
    const layout = { sizeBytes, clusterBytes: BigInt(clusterBytes), tableEntries, l1At }
    const disk = cut
      ? 'cut'
      : features > KNOWN_FEATURES
        ? 'damaged'
        : qedDisk(file, layout, (features & BACKING_FILE) !== 0n)
    return {
      format: 'qed',
      formatDetail: FORMAT_DETAIL,
      virtualSizeBytes: sizeBytes,
      details: [],
      facts,
      disk,
      ...(typeof disk === 'string' ? {} : { checkEnd: () => qedEnd(file, layout) }),
    }
  },
}

type Layout = { sizeBytes: bigint; clusterBytes: bigint; tableEntries: bigint; l1At: bigint }

function qedDisk(
  file: Medium,
  { sizeBytes, clusterBytes, tableEntries, l1At }: Layout,
  hasBacking: boolean,
): Medium {
  return mappedDisk(file, sizeBytes, async (offset) => {
    const cluster = offset / clusterBytes
    const inCluster = offset % clusterBytes
    const left = clusterBytes - inCluster
    const nothing = hasBacking ? 'elsewhere' : ({ kind: 'zeros', length: left } as const)
    const l1 = await tableEntry(file, l1At + 8n * (cluster / tableEntries), 8)
    if (isUnread(l1)) return l1
    if (le64(l1, 0) === 0n) return nothing
    const l2 = await tableEntry(file, le64(l1, 0) + 8n * (cluster % tableEntries), 8)
    if (isUnread(l2)) return l2
    const at = le64(l2, 0)
    if (at === 0n) return nothing
    return at === ALL_ZEROS
      ? { kind: 'zeros', length: left }
      : { kind: 'stored', at: at + inCluster, length: left }
  })
}

const qedEnd = (file: Medium, { l1At, tableEntries }: Layout) =>
  twoLevelEnd(file, {
    l1At,
    l1Bytes: Number(tableEntries * 8n),
    l2Of: le64,
    l2Bytes: Number(tableEntries * 8n),
    l2EntryBytes: 8,
    dataOf: le64,
  })
