import { type FileHandle, open } from 'node:fs/promises'
import { qcowDamage } from './qcow-tables.ts'
import { vhdxFacts } from './vhdx-header.ts'

type FileFormat =
  | 'qcow2'
  | 'qcow'
  | 'vmdk'
  | 'vhd'
  | 'vhdx'
  | 'vdi'
  | 'qed'
  | 'raw'
  | 'iso'
  | 'zvhd'
  | 'zvhd2'
  | 'luks'
  | 'archive'
  | 'unknown'

/** What an import job finds in a file. `virtualBytes` is absent where the format does not tell it. */
export type FileFacts = {
  format: FileFormat
  virtualBytes?: number
  isEncrypted?: boolean
  hasParent?: boolean
  isCutShort?: boolean
  isMalformed?: boolean
}

const HEAD_BYTES = 64 * 1024

/** Reads a stretch of the file; shorter where the file ends. */
export type Read = (offset: number, length: number) => Promise<Buffer>

/**
 * Format, virtual size in bytes and plain faults of a file, from a few short reads (image-files.md 1.2, 3).
 * The name counts only for zvhd and zvhd2, whose headers nobody has published.
 */
export async function inspectFile(path: string, key: string): Promise<FileFacts> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    return await factsOf(reader(handle, size), size, key)
  } finally {
    await handle.close()
  }
}

function reader(handle: FileHandle, size: number): Read {
  return async (offset, length) => {
    const wanted = Math.max(0, Math.min(length, size - offset))
    const buffer = Buffer.alloc(wanted)
    const { bytesRead } = await handle.read(buffer, 0, wanted, offset)
    return buffer.subarray(0, bytesRead)
  }
}

async function factsOf(read: Read, size: number, key: string): Promise<FileFacts> {
  // Padded, so that a field beyond the end of a tiny file reads as 0 and never throws.
  const head = Buffer.concat([await read(0, HEAD_BYTES), Buffer.alloc(2048)])
  const at = (offset: number, text: string) => head.toString('latin1', offset, offset + text.length) === text
  const number = (value: bigint) => Number(value)

  if (at(0, 'QFI\xfb')) return qcowFacts(head, read, size)
  if (at(0, 'KDMV')) return vmdkFacts(head, read, size)
  if (at(0, 'vhdxfile')) return vhdxFacts(read)
  if (head.readUInt32LE(0x40) === 0xbeda107f) {
    const hasParent = head.readUInt32LE(0x4c) === 4
    const end = head.readUInt32LE(0x158) + head.readUInt32LE(0x184) * head.readUInt32LE(0x178)
    return {
      format: 'vdi',
      virtualBytes: number(head.readBigUInt64LE(0x170)),
      hasParent,
      isCutShort: end > size,
    }
  }
  if (at(0, 'QED\0')) {
    const hasParent = (head.readUInt32LE(16) & 1) === 1
    return { format: 'qed', virtualBytes: number(head.readBigUInt64LE(48)), hasParent }
  }
  if (at(0, 'LUKS\xba\xbe')) return { format: 'luks' }
  if (isArchive(head, at)) return { format: 'archive' }
  const tail = await read(Math.max(0, size - 512), 512)
  if (at(0, 'conectix')) return vhdFacts(head, tail.toString('latin1', 0, 8) !== 'conectix')
  if (tail.length === 512 && tail.toString('latin1', 0, 8) === 'conectix') return vhdFacts(tail, false)
  if (at(32769, 'CD001')) return { format: 'iso', virtualBytes: size }
  const extension = /\.(zvhd2?)$/i.exec(key)?.[1]?.toLowerCase()
  if (extension === 'zvhd' || extension === 'zvhd2') return { format: extension }
  if (isDisk(head, at)) return { format: 'raw', virtualBytes: size }
  return { format: 'unknown' }
}

function isArchive(head: Buffer, at: (offset: number, text: string) => boolean): boolean {
  const magics = [
    '\x1f\x8b',
    '\xfd7zXZ\0',
    '\x28\xb5\x2f\xfd',
    'BZh',
    'PK\x03\x04',
    'PK\x05\x06',
    '7z\xbc\xaf\x27\x1c',
  ]
  return head.length > 0 && (magics.some((magic) => at(0, magic)) || at(257, 'ustar'))
}

/** A raw file needs a reason to be called a disk: a partition table or a file system (image-files.md 1.2). */
function isDisk(head: Buffer, at: (offset: number, text: string) => boolean): boolean {
  return (
    head.readUInt16LE(510) === 0xaa55 ||
    at(512, 'EFI PART') ||
    at(4096, 'EFI PART') ||
    head.readUInt16LE(1080) === 0xef53 ||
    at(0, 'XFSB') ||
    at(512, 'LABELONE') ||
    at(4086, 'SWAPSPACE2')
  )
}

async function qcowFacts(head: Buffer, read: Read, size: number): Promise<FileFacts> {
  const version = head.readUInt32BE(4)
  const virtualBytes = Number(head.readBigUInt64BE(24))
  const hasParent = head.readBigUInt64BE(8) !== 0n
  if (version === 1) {
    return { format: 'qcow', virtualBytes, hasParent, isEncrypted: head.readUInt32BE(36) !== 0 }
  }
  const clusterBits = head.readUInt32BE(20)
  const isMalformed = version > 3 || clusterBits < 9 || clusterBits > 21
  if (isMalformed) return { format: 'qcow2', isMalformed }
  const incompatible = version === 3 ? head.readBigUInt64BE(72) : 0n
  return {
    format: 'qcow2',
    virtualBytes,
    // An external data file (bit 2) is missing as a backing file is.
    hasParent: hasParent || (incompatible & 4n) !== 0n,
    isEncrypted: head.readUInt32BE(32) !== 0,
    isCutShort: await qcowDamage(head, clusterBits, read, size),
  }
}

async function vmdkFacts(head: Buffer, read: Read, size: number): Promise<FileFacts> {
  const virtualBytes = Number(head.readBigUInt64LE(12)) * 512
  const descriptorAt = Number(head.readBigUInt64LE(28)) * 512
  const descriptorBytes = Math.min(Number(head.readBigUInt64LE(36)) * 512, HEAD_BYTES)
  const text = (await read(descriptorAt, descriptorBytes)).toString('latin1')
  const parent = /parentCID\s*=\s*([0-9a-f]+)/i.exec(text)?.[1]?.toLowerCase()
  const footer = head.readBigUInt64LE(56) === 0xffffffffffffffffn ? await read(size - 1024, 4) : undefined
  return {
    format: 'vmdk',
    virtualBytes,
    hasParent: parent !== undefined && parent !== 'ffffffff',
    isMalformed: text === '' || !/createType\s*=\s*"(monolithicSparse|streamOptimized)"/i.test(text),
    isCutShort: footer !== undefined && footer.toString('latin1') !== 'KDMV',
  }
}

/** The larger of the two sizes a footer tells, which is the safer for min_disk (image-files.md 3.3). */
function vhdFacts(footer: Buffer, isCutShort: boolean): FileFacts {
  const current = Number(footer.readBigUInt64BE(48))
  const chs = footer.readUInt16BE(56) * footer.readUInt8(58) * footer.readUInt8(59) * 512
  return {
    format: 'vhd',
    virtualBytes: Math.max(current, chs),
    hasParent: footer.readUInt32BE(60) === 4,
    isCutShort,
  }
}
