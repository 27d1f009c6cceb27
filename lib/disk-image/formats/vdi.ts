/** VirtualBox's disk: VirtualBox, src/VBox/Storage/VDICore.h (VDIPREHEADER, VDIHEADER1PLUS); QEMU, block/vdi.c. Little-endian. */
import { isPowerOfTwo, isZero, le32, le64 } from '../fields.ts'
import type { Fact } from '../inspection.ts'
import { mappedDisk, tableEntry } from '../mapped-disk.ts'
import { isUnread, type Medium } from '../medium.ts'
import { type FormatParser, fact, headerCut, MAX_VIRTUAL_BYTES, malformed } from './reading.ts'

const MAGIC = 0xbeda107f
const HEADER_BYTES = 512
const VERSION = 0x00010001
const FIXED = 2
const DIFFERENCING = 4
const TYPE_NAMES: Record<number, string> = { 1: 'dynamic', 2: 'fixed', 3: 'undo', 4: 'differencing' }
/** Entries from here up stand for blocks that were never written or are zeros. */
const NOT_STORED = 0xfffffffe
const MAX_BLOCK_BYTES = 256 * 1024 * 1024

export const vdi: FormatParser = {
  recognise: (head) => head.length > 0x44 && le32(head, 0x40) === MAGIC,
  read: async (file, head) => {
    if (head.length < HEADER_BYTES) return headerCut('vdi', file.sizeBytes)
    const version = le32(head, 0x44)
    if (version !== VERSION) {
      const value = `version ${Math.floor(version / 0x10000)}.${version % 0x10000}`
      return { ...malformed('vdi', 'VDI', {}), facts: [fact('unknown-feature', { offset: 0x44, value })] }
    }
    const type = le32(head, 0x4c)
    const formatDetail = `VDI, ${TYPE_NAMES[type] ?? `type ${type}`}`
    const layout = {
      sizeBytes: le64(head, 0x170),
      mapAt: BigInt(le32(head, 0x154)),
      dataAt: BigInt(le32(head, 0x158)),
      blockBytes: BigInt(le32(head, 0x178)),
      extraBytes: BigInt(le32(head, 0x17c)),
      blocks: le32(head, 0x180),
    }
    const impossible = impossibleField(layout)
    if (impossible) return malformed('vdi', formatDetail, impossible)
    const facts: Fact[] = []
    const differencing = type === DIFFERENCING || !isZero(head.subarray(0x1a8, 0x1c8))
    if (differencing) facts.push(fact('differencing', { offset: 0x4c, value: TYPE_NAMES[type] ?? type }))
    const mapEnd = layout.mapAt + BigInt(layout.blocks) * 4n
    const stored = type === FIXED ? layout.blocks : le32(head, 0x184)
    const end = layout.dataAt + BigInt(stored) * (layout.blockBytes + layout.extraBytes)
    if (mapEnd > file.sizeBytes || end > file.sizeBytes)
      facts.push(
        fact('truncated', { offset: 0x184, value: `${end} bytes are needed for ${stored} stored blocks.` }),
      )
    return {
      format: 'vdi',
      formatDetail,
      virtualSizeBytes: layout.sizeBytes,
      details: [{ name: 'vdiType', value: TYPE_NAMES[type] ?? String(type), offset: 0x4c }],
      facts,
      endSeen: true,
      disk: differencing ? 'elsewhere' : vdiDisk(file, layout),
    }
  },
}

type Layout = {
  sizeBytes: bigint
  mapAt: bigint
  dataAt: bigint
  blockBytes: bigint
  extraBytes: bigint
  blocks: number
}

function impossibleField({ sizeBytes, blockBytes, extraBytes, blocks }: Layout) {
  if (sizeBytes > MAX_VIRTUAL_BYTES) return { offset: 0x170, value: `a disk of ${sizeBytes} bytes` }
  if (!isPowerOfTwo(Number(blockBytes)) || blockBytes < 4096n || blockBytes > BigInt(MAX_BLOCK_BYTES))
    return { offset: 0x178, value: `blocks of ${blockBytes} bytes` }
  if (extraBytes > blockBytes) return { offset: 0x17c, value: `${extraBytes} more bytes a block` }
  if (BigInt(blocks) * blockBytes < sizeBytes)
    return { offset: 0x180, value: `${blocks} blocks, too few for the disk` }
  return null
}

function vdiDisk(file: Medium, { sizeBytes, mapAt, dataAt, blockBytes, extraBytes }: Layout): Medium {
  return mappedDisk(file, sizeBytes, async (offset) => {
    const inBlock = offset % blockBytes
    const length = blockBytes - inBlock
    const entry = await tableEntry(file, mapAt + 4n * (offset / blockBytes), 4)
    if (isUnread(entry)) return entry
    const block = le32(entry, 0)
    if (block >= NOT_STORED) return { kind: 'zeros', length }
    return {
      kind: 'stored',
      at: dataAt + BigInt(block) * (blockBytes + extraBytes) + extraBytes + inBlock,
      length,
    }
  })
}
