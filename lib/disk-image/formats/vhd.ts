/**
 * Microsoft's Virtual Hard Disk: "Virtual Hard Disk Image Format Specification" (2006), sections "Hard Disk Footer
 * Format", "Dynamic Disk Header Format", "Block Allocation Table and Data Blocks". Big-endian. The footer is at the
 * end; dynamic and differencing disks keep a copy of it at 0.
 */
import { be16, be32, be64, byteAt, has, hex, larger, latin1At, smaller, utf16beAt } from '../fields.ts'
import type { Detail, Fact } from '../inspection.ts'
import { isUnread, type Medium, slice } from '../medium.ts'
import type { BudgetedFile } from '../read-budget.ts'
import {
  type FormatParser,
  type FormatReading,
  fact,
  headerCut,
  MAX_VIRTUAL_BYTES,
  malformed,
} from './reading.ts'
import { vhdDisk, vhdEnd } from './vhd-map.ts'

const COOKIE = 'conectix'
const FOOTER_BYTES = 512
/** Virtual PC before 2004 wrote one byte less. */
const OLD_FOOTER_BYTES = 511
const DYNAMIC_HEADER_BYTES = 1024
const FIXED = 2
const DYNAMIC = 3
const DIFFERENCING = 4
const TYPE_NAMES: Record<number, string> = { 2: 'fixed', 3: 'dynamic', 4: 'differencing' }
/** 2040 GiB: the allocation table counts 512-byte sectors in 32 bits. */
const MAX_DISK_BYTES = 2040n * 1024n ** 3n
const MAX_BLOCK_BYTES = 256 * 1024 * 1024
/** Makers whose current size QEMU believes (block/vpc.c, vpc_open); of all others it takes the geometry. */
const SIZE_MAKERS = ['win ', 'qem2', 'd2v ', 'CTXS', 'tap\0', 'wa\0\0']
const MAX_GEOMETRY_SECTORS = 65_535 * 16 * 255

export const vhd: FormatParser = {
  recognise: (head) => has(head, 0, COOKIE),
  recogniseTail: (tail) => footerStart(tail) !== null,
  read: async (file, head) => {
    await file.fetchTail()
    const { footer, at, facts } = await findFooter(file, head)
    if (footer.length < OLD_FOOTER_BYTES) return headerCut('vhd', file.sizeBytes)
    const type = be32(footer, 60)
    const formatDetail = `VHD, ${TYPE_NAMES[type] ?? `type ${type}`}`
    if (!TYPE_NAMES[type])
      return malformed('vhd', formatDetail, { offset: at + 60n, value: `disk type ${type}` }, facts)
    const sizes = sizesOf(footer)
    if (sizes.current > MAX_DISK_BYTES || sizes.taken > MAX_VIRTUAL_BYTES)
      return malformed(
        'vhd',
        formatDetail,
        { offset: at + 48n, value: `a disk of ${sizes.current} bytes` },
        facts,
      )
    if (!checksumHolds(footer, 64))
      facts.push(fact('checksum-bad', { offset: at + 64n, bytes: hex(footer.subarray(64, 68)) }))
    if (byteAt(footer, 84) === 1)
      facts.push(fact('dirty', { offset: at + 84n, value: 'saved state of a running machine' }))
    if (sizes.differ)
      facts.push(
        fact('vhd-size-ambiguous', {
          offset: at + 48n,
          value: `${sizes.current} bytes by its size field, ${sizes.geometry} by its geometry`,
        }),
      )
    const reading: FormatReading = {
      format: 'vhd',
      formatDetail,
      virtualSizeBytes: sizes.taken,
      minDiskBytes: larger(sizes.taken, sizes.current),
      details: [
        {
          name: 'sizeFrom',
          value: sizes.taken === sizes.current ? 'size field' : 'geometry',
          offset: Number(at + 48n),
        },
        { name: 'vhdType', value: TYPE_NAMES[type] ?? '', offset: Number(at + 60n) },
        {
          name: 'creator',
          value: latin1At(footer, 28, 4)
            .replace(/[^\x20-\x7e]/g, ' ')
            .trim(),
          offset: Number(at + 28n),
        },
      ],
      facts,
      disk: 'cut',
    }
    return type === FIXED
      ? fixed(file, reading, sizes.current, at)
      : await dynamic(file, reading, footer, type)
  },
}

/** Where in the last bytes of the file the footer begins. */
function footerStart(tail: Uint8Array): number | null {
  for (const length of [FOOTER_BYTES, OLD_FOOTER_BYTES])
    if (has(tail, tail.length - length, COOKIE)) return tail.length - length
  return null
}

async function findFooter(file: BudgetedFile, head: Uint8Array) {
  const facts: Fact[] = []
  const length = Number(smaller(file.sizeBytes, BigInt(FOOTER_BYTES)))
  const tail = await file.read(file.sizeBytes - BigInt(length), length)
  const start = isUnread(tail) ? null : footerStart(tail)
  if (!isUnread(tail) && start !== null && file.sizeBytes > BigInt(FOOTER_BYTES))
    return { footer: tail.subarray(start), at: file.sizeBytes - BigInt(length - start), facts }
  facts.push(
    fact('footer-missing', {
      offset: file.sizeBytes - BigInt(length),
      value: 'no footer in the last 512 bytes',
    }),
  )
  facts.push(fact('truncated', { offset: file.sizeBytes, value: 'The file ends before its footer.' }))
  return { footer: head.subarray(0, FOOTER_BYTES), at: 0n, facts }
}

/** Two sizes stand in a footer, and readers differ in which one they take. */
function sizesOf(footer: Uint8Array) {
  const sectors = be16(footer, 56) * byteAt(footer, 58) * byteAt(footer, 59)
  const geometry = BigInt(sectors) * 512n
  const current = be64(footer, 48)
  // Larger disks than the geometry can tell of, and makers that leave it out, mean the size field alone.
  const silent = sectors === MAX_GEOMETRY_SECTORS || sectors === 0
  const bySize = silent || SIZE_MAKERS.includes(latin1At(footer, 28, 4))
  return { geometry, current, differ: !silent && geometry !== current, taken: bySize ? current : geometry }
}

/** One's complement of the sum of all bytes, with the field itself as 0. */
function checksumHolds(bytes: Uint8Array, field: number): boolean {
  let sum = 0
  for (const [at, byte] of bytes.entries()) if (at < field || at >= field + 4) sum += byte
  return ~sum >>> 0 === be32(bytes, field)
}

/** `stored` is where the footer begins, and so where the data ends. */
function fixed(file: Medium, reading: FormatReading, size: bigint, stored: bigint): FormatReading {
  if (reading.facts.some(({ id }) => id === 'footer-missing')) return reading
  if (stored < size) {
    const value = `${stored} bytes of ${size} are there.`
    return { ...reading, facts: [...reading.facts, fact('truncated', { offset: stored, value })] }
  }
  return { ...reading, disk: slice(file, 0n, size), endSeen: true }
}

async function dynamic(
  file: Medium,
  reading: FormatReading,
  footer: Uint8Array,
  type: number,
): Promise<FormatReading> {
  const at = be64(footer, 16)
  const header = await file.read(at, DYNAMIC_HEADER_BYTES)
  if (isUnread(header)) {
    const value = `The dynamic header lies at ${at}.`
    return {
      ...reading,
      facts: [...reading.facts, fact('truncated', { offset: file.sizeBytes, value })],
      disk: 'cut',
    }
  }
  const broken = impossibleHeader(header, reading.virtualSizeBytes ?? 0n)
  if (broken) {
    const where = { ...broken, offset: at + BigInt(broken.offset) }
    return malformed('vhd', reading.formatDetail, where, reading.facts)
  }
  const facts = [...reading.facts]
  const details: Detail[] = [...reading.details]
  if (!checksumHolds(header, 36))
    facts.push(fact('checksum-bad', { offset: at + 36n, bytes: hex(header.subarray(36, 40)) }))
  if (type === DIFFERENCING) {
    const parentName = utf16beAt(header, 64, 512)
    details.push({ name: 'parentName', value: parentName, offset: Number(at + 64n) })
    facts.push(fact('differencing', { offset: at + 64n, value: parentName }))
  }
  const layout = {
    // Of two sizes the larger: a partition table written for it must not look cut off.
    sizeBytes: smaller(reading.minDiskBytes ?? 0n, BigInt(be32(header, 28)) * BigInt(be32(header, 32))),
    tableAt: be64(header, 16),
    entries: be32(header, 28),
    blockBytes: BigInt(be32(header, 32)),
  }
  if (layout.tableAt + BigInt(layout.entries) * 4n > file.sizeBytes) {
    facts.push(fact('truncated', { offset: at + 16n, value: 'The block table is not complete.' }))
    return { ...reading, facts, details, disk: 'cut' }
  }
  const disk = type === DYNAMIC ? vhdDisk(file, layout) : 'elsewhere'
  return { ...reading, facts, details, disk, checkEnd: () => vhdEnd(file, layout) }
}

function impossibleHeader(header: Uint8Array, sizeBytes: bigint) {
  if (!has(header, 0, 'cxsparse')) return { offset: 0, value: 'no dynamic header' }
  const blockBytes = be32(header, 32)
  if (blockBytes < 4096 || blockBytes > MAX_BLOCK_BYTES || !Number.isInteger(Math.log2(blockBytes)))
    return { offset: 32, value: `blocks of ${blockBytes} bytes` }
  if (BigInt(be32(header, 28)) * BigInt(blockBytes) < sizeBytes)
    return { offset: 28, value: `${be32(header, 28)} blocks, too few for the disk` }
  return null
}
