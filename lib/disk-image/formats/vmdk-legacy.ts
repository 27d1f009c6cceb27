/** ESX's own sparse extents, COWD and seSparse: QEMU, block/vmdk.c (VMDK3Header, VMDKSESparseConstHeader). */
import { has, le32, le64 } from '../fields.ts'
import type { Medium } from '../medium.ts'
import { type FormatReading, fact, headerCut, MAX_VIRTUAL_BYTES, malformed } from './reading.ts'

const SE_SPARSE_MAGIC = '\xbe\xba\xfe\xca\0\0\0\0'
const HEADER_BYTES = 32
const SECTOR = 512n

export const isLegacy = (head: Uint8Array): boolean => has(head, 0, 'COWD') || has(head, 0, SE_SPARSE_MAGIC)

/** Always one extent of a disk whose descriptor is another file. */
export function cowd(file: Medium, head: Uint8Array): FormatReading {
  if (head.length < HEADER_BYTES) return headerCut('vmdk', file.sizeBytes)
  const old = has(head, 0, 'COWD')
  const offset = old ? 12 : 16
  const size = (old ? BigInt(le32(head, offset)) : le64(head, offset)) * SECTOR
  const formatDetail = old ? 'VMDK, ESX COWD extent' : 'VMDK, ESX seSparse extent'
  const facts = [
    fact('extent-without-descriptor', { offset: 0, value: formatDetail }),
    fact('legacy-cowd', { offset: 0, value: old ? 'COWD' : 'seSparse' }),
  ]
  if (size > MAX_VIRTUAL_BYTES)
    return malformed('vmdk', formatDetail, { offset, value: `a disk of ${size} bytes` }, facts)
  return { format: 'vmdk', formatDetail, virtualSizeBytes: size, details: [], facts, disk: 'elsewhere' }
}
