import { EFI_PARTITION_BYTES, efiPartition } from '../demo-bucket/efi-partition.ts'
import {
  EFI_SYSTEM,
  FIRST_PARTITION_AT,
  gpt,
  LINUX_ROOT_X64,
  mbr,
  type Piece,
} from '../demo-bucket/partition-tables.ts'

export type DiskKind = 'bios' | 'uefi' | 'data'

/** What lies on an exported disk: the partition table of its boot mode, or nothing on a data disk. */
export function contentsOf(kind: DiskKind, diskBytes: number): Piece[] {
  if (kind === 'data') return []
  if (kind === 'bios') return mbr(diskBytes)
  const rootAt = FIRST_PARTITION_AT + EFI_PARTITION_BYTES
  const partitions = [
    {
      type: EFI_SYSTEM,
      id: '2d1c5f0e-9a3b-4c7d-8e21-5b6a7c8d9e0f',
      at: FIRST_PARTITION_AT,
      bytes: EFI_PARTITION_BYTES,
      name: 'EFI System Partition',
    },
    {
      type: LINUX_ROOT_X64,
      id: '7e6d5c4b-3a29-4817-b6a5-948372615043',
      at: rootAt,
      bytes: diskBytes - rootAt - FIRST_PARTITION_AT,
      name: 'root',
    },
  ]
  return [
    ...gpt(diskBytes, '91a0b3c2-d5e4-4f76-8798-a9bacbdcedfe', partitions),
    { at: FIRST_PARTITION_AT, bytes: efiPartition() },
  ]
}
