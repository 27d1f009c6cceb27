/**
 * QEMU copy-on-write, versions 2 and 3: QEMU, docs/interop/qcow2.rst ("Header", "Header extensions"). All numbers
 * are big-endian. How sectors are found is in qcow2-map.ts.
 */
import { be32, be64, byteAt, has, hex, textAt } from '../fields.ts'
import type { Detail, Fact } from '../inspection.ts'
import type { Medium } from '../medium.ts'
import { type Qcow2Layout, qcow2Disk, qcow2End } from './qcow2-map.ts'
import {
  type FormatParser,
  type FormatReading,
  fact,
  headerCut,
  MAX_VIRTUAL_BYTES,
  malformed,
} from './reading.ts'

export const QFI_MAGIC = 'QFI\xfb'
const V2_HEADER_BYTES = 72
const V3_HEADER_BYTES = 104
/** The specification gives the lower bound, QEMU the upper (2 MiB clusters). */
const CLUSTER_BITS = { min: 9, max: 21, minExtended: 14 }
/** QEMU refuses larger first-level tables (block/qcow2.h, QCOW_MAX_L1_SIZE). */
const MAX_L1_BYTES = 32 * 1024 * 1024
const MAX_BACKING_NAME_BYTES = 1023
const MAX_EXTENSIONS = 32
const MAX_SNAPSHOTS = 65_536

const DIRTY = 1n
const CORRUPT = 2n
const DATA_FILE = 4n
const COMPRESSION_TYPE = 8n
const EXTENDED_L2 = 16n
const KNOWN_FEATURES = 31n
const CRYPT_NAMES: Record<number, string> = { 1: 'AES', 2: 'LUKS' }
const EXTENSION_END = 0
const EXTENSION_DATA_FILE = 0x44415441

export const qcow2: FormatParser = {
  recognise: (head) => has(head, 0, QFI_MAGIC) && be32(head, 4) !== 1,
  read: async (file, head, unpack) => {
    const version = be32(head, 4)
    const formatDetail = `QCOW2 version ${version}`
    const headerBytes = version === 2 ? V2_HEADER_BYTES : V3_HEADER_BYTES
    if (head.length < headerBytes) return headerCut('qcow2', file.sizeBytes)
    if (version !== 2 && version !== 3)
      return {
        ...malformed('qcow2', formatDetail, { offset: 4, value: `version ${version}` }),
        facts: [fact('unknown-feature', { offset: 4, value: `version ${version}` })],
      }
    const impossible = impossibleField(head, version)
    if (impossible) return malformed('qcow2', formatDetail, impossible)
    const header = readHeader(head, version)
    const layout: Qcow2Layout = { ...header, zstd: header.compression === 'zstd' }
    const { details, facts } = describeHeader(head, header, file)
    const reading: FormatReading = {
      format: 'qcow2',
      formatDetail,
      virtualSizeBytes: header.sizeBytes,
      details,
      facts,
      disk: diskOf(header, layout, file, unpack),
    }
    // Another file holds the clusters where the disk is 'elsewhere': its addresses say nothing about this one.
    if (typeof reading.disk !== 'string' || reading.disk === 'encrypted')
      reading.checkEnd = () => qcow2End(file, layout)
    return reading
  },
}

type Header = ReturnType<typeof readHeader>

const featuresOf = (head: Uint8Array, version: number) => (version === 3 ? be64(head, 72) : 0n)

/** A field that no writer could have meant, with what stands there. */
function impossibleField(head: Uint8Array, version: number) {
  const extended = (featuresOf(head, version) & EXTENDED_L2) !== 0n
  const clusterBits = be32(head, 20)
  const least = extended ? CLUSTER_BITS.minExtended : CLUSTER_BITS.min
  if (clusterBits < least || clusterBits > CLUSTER_BITS.max)
    return { offset: 20, value: `clusters of 2^${clusterBits} bytes` }
  const sizeBytes = be64(head, 24)
  if (sizeBytes > MAX_VIRTUAL_BYTES) return { offset: 24, value: `a disk of ${sizeBytes} bytes` }
  const l1Entries = be32(head, 36)
  if (l1Entries * 8 > MAX_L1_BYTES) return { offset: 36, value: `a first table of ${l1Entries} entries` }
  const bytesAnEntryCovers = (1n << BigInt(clusterBits)) * BigInt(2 ** clusterBits / (extended ? 16 : 8))
  if (BigInt(l1Entries) * bytesAnEntryCovers < sizeBytes)
    return { offset: 36, value: `a first table of ${l1Entries} entries, too few for the disk` }
  const l1At = be64(head, 40)
  if (l1Entries > 0 && (l1At === 0n || l1At % (1n << BigInt(clusterBits)) !== 0n))
    return { offset: 40, value: `a first table at ${l1At}, not where a cluster begins` }
  if (be64(head, 8) !== 0n && be32(head, 16) > MAX_BACKING_NAME_BYTES)
    return { offset: 16, value: `a backing file name of ${be32(head, 16)} bytes` }
  if (be32(head, 60) > MAX_SNAPSHOTS) return { offset: 60, value: `${be32(head, 60)} snapshots` }
  const length = version === 3 ? be32(head, 100) : V2_HEADER_BYTES
  if (version === 3 && (length < V3_HEADER_BYTES || length > 2 ** clusterBits))
    return { offset: 100, value: `a header of ${length} bytes` }
  return null
}

function readHeader(head: Uint8Array, version: number) {
  const features = featuresOf(head, version)
  const headerLength = version === 3 ? be32(head, 100) : V2_HEADER_BYTES
  return {
    version,
    features,
    headerLength,
    backingNameAt: be64(head, 8),
    backingNameBytes: be32(head, 16),
    clusterBits: be32(head, 20),
    sizeBytes: be64(head, 24),
    crypt: be32(head, 32),
    l1Entries: be32(head, 36),
    l1At: be64(head, 40),
    refcountTableAt: be64(head, 48),
    snapshots: be32(head, 60),
    extendedL2: (features & EXTENDED_L2) !== 0n,
    hasBacking: be64(head, 8) !== 0n,
    compression:
      headerLength > V3_HEADER_BYTES && byteAt(head, 104) === 1 ? ('zstd' as const) : ('zlib' as const),
  }
}

function describeHeader(head: Uint8Array, header: Header, file: Medium) {
  const facts: Fact[] = []
  const details: Detail[] = [
    { name: 'clusterBytes', value: String(2 ** header.clusterBits), offset: 20 },
    { name: 'compressionType', value: header.compression, offset: 104 },
  ]
  if (header.hasBacking) {
    const at = header.backingNameAt > BigInt(head.length) ? head.length : Number(header.backingNameAt)
    const name = textAt(head, at, header.backingNameBytes)
    details.push({ name: 'backingFile', value: name, offset: 8 })
    facts.push(fact('backing-file', { offset: 8, value: name }))
  }
  if ((header.features & DATA_FILE) !== 0n)
    facts.push(fact('external-data-file', { offset: 72, value: dataFileName(head, header) }))
  if (header.crypt !== 0)
    facts.push(
      fact('encrypted', { offset: 32, value: CRYPT_NAMES[header.crypt] ?? `method ${header.crypt}` }),
    )
  if (header.snapshots > 0) facts.push(fact('internal-snapshots', { offset: 60, value: header.snapshots }))
  const bits = { offset: 72, bytes: hex(head.subarray(72, 80)) }
  if (header.features & DIRTY) facts.push(fact('dirty', bits))
  if (header.features & CORRUPT) facts.push(fact('corrupt', bits))
  if (header.extendedL2) facts.push(fact('extended-l2', bits))
  if (header.features > KNOWN_FEATURES) facts.push(fact('unknown-feature', bits))
  if (header.compression === 'zstd') facts.push(fact('zstd-clusters', { offset: 104, value: 'zstd' }))
  const compressionKind = header.headerLength > V3_HEADER_BYTES ? byteAt(head, 104) : 0
  if (compressionKind > 1)
    facts.push(fact('unknown-feature', { offset: 104, value: `compression type ${compressionKind}` }))
  else if ((compressionKind === 1) !== ((header.features & COMPRESSION_TYPE) !== 0n))
    facts.push(
      fact('malformed', { offset: 104, value: 'The compression type and its feature bit disagree.' }),
    )
  if (header.l1At + BigInt(header.l1Entries * 8) > file.sizeBytes)
    facts.push(
      fact('truncated', {
        offset: 40,
        value: `The first table ends after the file's ${file.sizeBytes} bytes.`,
      }),
    )
  else if (header.refcountTableAt >= file.sizeBytes)
    facts.push(
      fact('truncated', { offset: 48, value: `The reference counts lie at ${header.refcountTableAt}.` }),
    )
  return { facts, details }
}

/** "Header extensions": a type, a length and padding to 8 bytes, until type 0. */
function dataFileName(head: Uint8Array, header: Header): string {
  let at = header.headerLength
  for (let i = 0; i < MAX_EXTENSIONS && at + 8 <= head.length; i += 1) {
    const type = be32(head, at)
    const length = be32(head, at + 4)
    if (type === EXTENSION_END) break
    if (type === EXTENSION_DATA_FILE) return textAt(head, at + 8, Math.min(length, MAX_BACKING_NAME_BYTES))
    at += 8 + Math.ceil(length / 8) * 8
  }
  return ''
}

function diskOf(header: Header, layout: Qcow2Layout, file: Medium, unpack: Parameters<typeof qcow2Disk>[2]) {
  if (header.features & DATA_FILE) return 'elsewhere'
  if (header.crypt !== 0) return 'encrypted'
  if (header.features > KNOWN_FEATURES) return 'damaged'
  if (header.l1At + BigInt(header.l1Entries * 8) > file.sizeBytes) return 'cut'
  return qcow2Disk(file, layout, unpack)
}
