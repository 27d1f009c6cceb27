import { contentsOf, type DiskKind } from './contents.ts'
import { qcow2File } from './qcow2.ts'
import { vhdFile } from './vhd.ts'
import { vmdkFile } from './vmdk.ts'

export const EXPORT_FORMATS = ['qcow2', 'vhd', 'zvhd', 'vmdk'] as const
export type DiskFileFormat = (typeof EXPORT_FORMATS)[number] | 'zvhd2'

/**
 * A small, valid file of a disk so large, with the partition table of its kind. ZVHD and ZVHD2 are a stand-in, since
 * nobody has published what they look like.
 */
export function diskFile(format: DiskFileFormat, kind: DiskKind, diskBytes: number): Buffer {
  const pieces = contentsOf(kind, diskBytes)
  switch (format) {
    case 'qcow2':
      return qcow2File(diskBytes, pieces)
    case 'vmdk':
      return vmdkFile(diskBytes, pieces)
    case 'vhd':
      return vhdFile(diskBytes, pieces)
    default:
      return Buffer.from(`Stand-in for a ${format.toUpperCase()} file of a disk of ${diskBytes} bytes.\n`)
  }
}
