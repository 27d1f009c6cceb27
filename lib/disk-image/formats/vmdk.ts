/**
 * VMware's disk with its data in the same file: VMware, "Virtual Disk Format 5.0", sections "Hosted Sparse Extents"
 * and "Stream-Optimized Compressed Sparse Extents". Little-endian, in sectors of 512 bytes.
 */
import { byteAt, has, hex, isPowerOfTwo, le16, le32, le64, smaller, textAt } from '../fields.ts'
import type { Fact } from '../inspection.ts'
import { isUnread, type Medium } from '../medium.ts'
import type { BudgetedFile } from '../read-budget.ts'
import {
  type FormatParser,
  type FormatReading,
  fact,
  headerCut,
  MAX_VIRTUAL_BYTES,
  malformed,
} from './reading.ts'
import {
  isDescriptorText,
  MAX_DESCRIPTOR_BYTES,
  readDescriptor,
  type VmdkDescriptor,
} from './vmdk-descriptor.ts'
import { cowd, isLegacy } from './vmdk-legacy.ts'
import { type VmdkLayout, vmdkDisk, vmdkEnd } from './vmdk-map.ts'
import { descriptorFacts, descriptorOnly } from './vmdk-text.ts'

const HEADER_BYTES = 512
const SECTOR = 512n
/** QEMU knows versions 1 to 3. */
const MAX_VERSION = 3
/** The grain directory is announced for the footer ("Stream-Optimized…": GD_AT_END). */
const DIRECTORY_AT_END = 0xffffffffffffffffn
const FOOTER_BYTES = 1024n
const MAX_TABLE_ENTRIES = 512
/** A grain is at most as large as the other formats' clusters. */
const MAX_GRAIN_SECTORS = 4096
const LINE_PROBE = '\n \r\n'
const FLAG_LINE_PROBE = 1
const FLAG_ZERO_GRAINS = 4
const FLAG_COMPRESSED = 0x10000
const DEFLATE = 1

export const vmdk: FormatParser = {
  recognise: (head) => has(head, 0, 'KDMV') || isLegacy(head) || isDescriptorText(head),
  read: async (file, head, unpack) => {
    if (isLegacy(head)) return cowd(file, head)
    if (isDescriptorText(head)) return descriptorOnly(head)
    if (head.length < HEADER_BYTES) return headerCut('vmdk', file.sizeBytes)
    const version = le32(head, 4)
    const detail = `VMDK version ${version}`
    const impossible = impossibleField(head)
    if (impossible) return malformed('vmdk', detail, impossible)
    const descriptor = await embeddedDescriptor(file, head)
    const facts: Fact[] = descriptor ? descriptorFacts(descriptor, le64(head, 28) * SECTOR) : []
    if (!descriptor) facts.push(fact('extent-without-descriptor', { offset: 36, value: 'no descriptor' }))
    if (version > MAX_VERSION) facts.push(fact('unknown-feature', { offset: 4, value: `version ${version}` }))
    if (le32(head, 8) & FLAG_LINE_PROBE && !has(head, 73, LINE_PROBE))
      facts.push(fact('corrupt', { offset: 73, bytes: hex(head.subarray(73, 77)), value: 'sent as text' }))
    if (byteAt(head, 72) === 1) facts.push(fact('dirty', { offset: 72, bytes: '01' }))
    const { sizeBytes, sizeFacts } = sizeOf(head, descriptor)
    const directory = await findDirectory(file, head)
    const reading: FormatReading = {
      format: 'vmdk',
      formatDetail: descriptor?.createType ? `${detail}, ${textOf(descriptor.createType)}` : detail,
      virtualSizeBytes: sizeBytes,
      details: descriptor?.createType
        ? [{ name: 'createType', value: descriptor.createType, offset: Number(le64(head, 28) * SECTOR) }]
        : [],
      facts: [...facts, ...sizeFacts],
      disk: 'damaged',
    }
    if (typeof directory !== 'bigint') {
      reading.facts.push(directory)
      return { ...reading, disk: 'cut' }
    }
    const layout: VmdkLayout = {
      sizeBytes: le64(head, 12) * SECTOR,
      grainBytes: le64(head, 20) * SECTOR,
      directoryAt: directory * SECTOR,
      tableEntries: BigInt(le32(head, 44)),
      zeroGrains: (le32(head, 8) & FLAG_ZERO_GRAINS) !== 0,
      compressed: (le32(head, 8) & FLAG_COMPRESSED) !== 0,
      hasParent: facts.some(({ id }) => id === 'differencing'),
    }
    if (facts.some(({ id }) => id === 'encrypted')) return { ...reading, disk: 'encrypted' }
    return { ...reading, disk: vmdkDisk(file, layout, unpack), checkEnd: () => vmdkEnd(file, layout) }
  },
}

const textOf = (text: string) => text.slice(0, 40)

function impossibleField(head: Uint8Array) {
  const capacity = le64(head, 12)
  const grain = le64(head, 20)
  if (capacity * SECTOR > MAX_VIRTUAL_BYTES) return { offset: 12, value: `a disk of ${capacity} sectors` }
  if (grain > BigInt(MAX_GRAIN_SECTORS) || !isPowerOfTwo(Number(grain)))
    return { offset: 20, value: `grains of ${grain} sectors` }
  const entries = le32(head, 44)
  if (entries === 0 || entries > MAX_TABLE_ENTRIES) return { offset: 44, value: `${entries} entries a table` }
  if (le32(head, 8) & FLAG_COMPRESSED && le16(head, 77) !== DEFLATE)
    return { offset: 77, value: `compression ${le16(head, 77)}` }
  return null
}

async function embeddedDescriptor(file: Medium, head: Uint8Array): Promise<VmdkDescriptor | null> {
  const at = le64(head, 28) * SECTOR
  const length = le64(head, 36) * SECTOR
  if (at === 0n || length === 0n || at >= file.sizeBytes) return null
  const wanted = smaller(smaller(length, BigInt(MAX_DESCRIPTOR_BYTES)), file.sizeBytes - at)
  const bytes = await file.read(at, Number(wanted))
  if (isUnread(bytes)) return null
  const descriptor = readDescriptor(bytes)
  // An extent of several keeps the room for the text and leaves it empty.
  return descriptor.createType === null && descriptor.extents.length === 0 ? null : descriptor
}

/** Header and descriptor both tell the size; when they differ, a converter may believe either. */
function sizeOf(head: Uint8Array, descriptor: VmdkDescriptor | null) {
  const inHeader = le64(head, 12) * SECTOR
  const [only, ...more] = descriptor?.extents ?? []
  if (
    !only ||
    more.length > 0 ||
    only.sectors * SECTOR > MAX_VIRTUAL_BYTES ||
    only.sectors * SECTOR === inHeader
  )
    return { sizeBytes: inHeader, sizeFacts: [] }
  const inText = only.sectors * SECTOR
  const both = fact('vmdk-sizes-differ', {
    offset: 12,
    value: `${inHeader} bytes in the header, ${inText} in the text`,
  })
  return { sizeBytes: inText > inHeader ? inText : inHeader, sizeFacts: [both] }
}

/** Sector of the grain directory, or what is wrong with it. */
async function findDirectory(file: BudgetedFile, head: Uint8Array): Promise<bigint | Fact> {
  let sector = le64(head, 56)
  if (sector === DIRECTORY_AT_END) {
    await file.fetchTail()
    const at = file.sizeBytes - FOOTER_BYTES
    const footer = await file.read(at, HEADER_BYTES)
    if (isUnread(footer) || !has(footer, 0, 'KDMV'))
      return fact('truncated', {
        offset: at,
        value: `The footer is missing: ${isUnread(footer) ? footer : textAt(footer, 0, 4) || 'zeros'}.`,
      })
    sector = le64(footer, 56)
  }
  if (sector * SECTOR >= file.sizeBytes)
    return fact('truncated', {
      offset: 56,
      value: `The grain directory lies at sector ${sector}, past the end.`,
    })
  return sector
}
