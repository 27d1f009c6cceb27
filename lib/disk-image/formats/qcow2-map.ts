/**
 * From a virtual sector of a QCOW2 disk to its bytes: QEMU, docs/interop/qcow2.rst ("Cluster mapping", "Compressed
 * Clusters Descriptor", "Extended L2 entries").
 */
import { be64, smaller } from '../fields.ts'
import type { Fact } from '../inspection.ts'
import { mappedDisk, type Place, tableEntry } from '../mapped-disk.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import type { Unpack } from '../unpack.ts'
import { twoLevelEnd } from './two-level-end.ts'

export type Qcow2Layout = {
  sizeBytes: bigint
  clusterBits: number
  l1At: bigint
  l1Entries: number
  extendedL2: boolean
  hasBacking: boolean
  zstd: boolean
}

const HOST_OFFSET = 0x00fffffffffffe00n
const COMPRESSED = 1n << 62n
const ALL_ZEROS = 1n
const SUBCLUSTERS = 32n
const SECTOR = 512n
/** Enough for the partition table in the largest clusters. */
const MAX_PACKED_BYTES = 192 * 1024

export function qcow2Disk(file: Medium, layout: Qcow2Layout, unpack: Unpack): Medium {
  const clusterBytes = 1n << BigInt(layout.clusterBits)
  const entryBytes = layout.extendedL2 ? 16n : 8n
  const entriesPerTable = clusterBytes / entryBytes
  const missing = (length: bigint): Place | Unread =>
    layout.hasBacking ? 'elsewhere' : { kind: 'zeros', length }
  /** The cluster unpacked last: neighbouring sectors are asked for one after another. */
  let unpacked: { entry: bigint; bytes: Uint8Array } | null = null

  return mappedDisk(file, layout.sizeBytes, async (offset) => {
    const inCluster = offset % clusterBytes
    const left = clusterBytes - inCluster
    const cluster = offset / clusterBytes
    const l1 = await tableEntry(file, layout.l1At + 8n * (cluster / entriesPerTable), 8)
    if (isUnread(l1)) return l1
    const l2At = be64(l1, 0) & HOST_OFFSET
    if (l2At === 0n) return missing(left)
    if (l2At === layout.l1At || l2At % clusterBytes !== 0n) return 'damaged'
    const l2 = await tableEntry(file, l2At + entryBytes * (cluster % entriesPerTable), Number(entryBytes))
    if (isUnread(l2)) return l2
    const entry = be64(l2, 0)
    if (entry & COMPRESSED) {
      if (unpacked?.entry !== entry) {
        const bytes = await unpackCluster(file, entry, layout, unpack)
        if (isUnread(bytes)) return bytes
        unpacked = { entry, bytes }
      }
      const rest = unpacked.bytes.subarray(Number(inCluster))
      return rest.length === 0 ? 'budget' : { kind: 'unpacked', bytes: rest }
    }
    const host = entry & HOST_OFFSET
    if (host % clusterBytes !== 0n) return 'damaged'
    if (layout.extendedL2) {
      const subcluster = clusterBytes / SUBCLUSTERS
      const index = inCluster / subcluster
      const leftHere = subcluster - (inCluster % subcluster)
      const bitmap = be64(l2, 8)
      if ((bitmap >> (SUBCLUSTERS + index)) & 1n) return { kind: 'zeros', length: leftHere }
      if (!((bitmap >> index) & 1n)) return missing(leftHere)
      return host === 0n ? 'damaged' : { kind: 'stored', at: host + inCluster, length: leftHere }
    }
    if (entry & ALL_ZEROS) return { kind: 'zeros', length: left }
    return host === 0n ? missing(left) : { kind: 'stored', at: host + inCluster, length: left }
  })
}

function compressedAt(entry: bigint, clusterBits: number) {
  const offsetBits = BigInt(62 - (clusterBits - 8))
  const at = entry & ((1n << offsetBits) - 1n)
  const sectors = ((entry & (COMPRESSED - 1n)) >> offsetBits) + 1n
  return { at, length: sectors * SECTOR - (at % SECTOR) }
}

/**
 * The packed length is rounded up to sectors, and the last sector of a file may be missing its end. Of a long one
 * only the beginning is taken, which gives the beginning of the cluster.
 */
async function unpackCluster(
  file: Medium,
  entry: bigint,
  { clusterBits, zstd }: Qcow2Layout,
  unpack: Unpack,
) {
  const { at, length } = compressedAt(entry, clusterBits)
  if (at >= file.sizeBytes) return 'cut'
  const there = file.sizeBytes - at
  const packed = await file.read(at, Number(smaller(smaller(there, length), BigInt(MAX_PACKED_BYTES))))
  if (isUnread(packed)) return packed
  if (zstd && !unpack.zstd) return 'packed'
  const bytes = await (zstd && unpack.zstd ? unpack.zstd : unpack.deflateRaw)(packed, 2 ** clusterBits)
  if (bytes.length === 2 ** clusterBits || packed.length === MAX_PACKED_BYTES) return bytes
  if (there < length) return 'cut'
  // Zstandard may have been asked for more memory than it is given here, which is no fault of the file.
  return zstd ? 'packed' : 'damaged'
}

export const qcow2End = (file: Medium, layout: Qcow2Layout): Promise<Fact[] | Unread> =>
  twoLevelEnd(file, {
    l1At: layout.l1At,
    l1Bytes: layout.l1Entries * 8,
    l2Of: (l1, at) => be64(l1, at) & HOST_OFFSET,
    l2Bytes: 2 ** layout.clusterBits,
    l2EntryBytes: layout.extendedL2 ? 16 : 8,
    dataOf: (l2, at) => {
      const entry = be64(l2, at)
      return entry & COMPRESSED ? compressedAt(entry, layout.clusterBits).at : entry & HOST_OFFSET
    },
  })
