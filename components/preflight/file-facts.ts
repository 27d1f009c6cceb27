/** What was read from a file, in words. */

import type { Inspection } from '@/lib/disk-image/inspection'
import { exactBytes, formatBytes } from '@/lib/format/bytes'

type Fact = { label: string; value: string | null; note?: string }

/** 40.0013 GiB: fewer digits would hide why 40 is too small. */
const DIGITS = 6
const BOOT_MODES = { bios: 'BIOS', uefi: 'UEFI', hybrid: 'BIOS and UEFI', unknown: null } as const
const ARCHITECTURES = {
  x86_64: 'x86, 64 bit',
  x86: 'x86, 32 bit',
  arm64: 'Arm, 64 bit',
  arm: 'Arm, 32 bit',
  riscv64: 'RISC-V',
  unknown: null,
} as const
const TABLES = { gpt: 'GPT', mbr: 'MBR', none: 'None', unknown: null } as const

/** Without those that say nothing: what could not be read is said by the findings. */
export function fileFacts(inspection: Inspection): Fact[] {
  const { fileBytes, virtualSizeBytes, formatDetail, format, reads, osHints } = inspection
  const maker = inspection.details.find(({ name }) => name === 'creator')?.value
  const [system] = osHints
  const facts: Fact[] = [
    { label: 'Format', value: formatDetail ?? (format === 'unknown' ? null : format.toUpperCase()) },
    {
      label: 'Virtual size',
      value: virtualSizeBytes === null ? null : formatBytes(virtualSizeBytes, { digits: DIGITS }),
      ...(virtualSizeBytes === null ? {} : { note: exactBytes(virtualSizeBytes) }),
    },
    { label: 'Made by', value: maker ?? null },
    { label: 'Partitions', value: partitions(inspection) },
    { label: 'Boot mode', value: BOOT_MODES[inspection.bootMode.value] },
    { label: 'Architecture', value: ARCHITECTURES[inspection.architecture.value] },
    {
      label: 'System',
      value: osHints.map(({ os }) => os).join(', ') || null,
      ...(system ? { note: `from ${system.from} ${system.value}` } : {}),
    },
    {
      label: 'Bytes read',
      value: `${formatBytes(reads.bytes)} in ${reads.count} ${reads.count === 1 ? 'read' : 'reads'}`,
      note: `of ${formatBytes(fileBytes)}`,
    },
  ]
  return facts.filter(({ value }) => value !== null)
}

function partitions({ partitionTable, partitions: list, wholeDisk }: Inspection): string | null {
  if (wholeDisk) return `None, ${wholeDisk.fileSystem} on the whole disk`
  const table = TABLES[partitionTable]
  if (table === null || list.length === 0) return table
  const systems = list.map(({ fileSystem, typeName, type }) => fileSystem ?? typeName ?? type)
  return `${table}: ${systems.join(', ')}`
}
