/** The loaders on an EFI system partition: UEFI 2.10, sections 13.3.1.3 (folders) and 3.5.1.1 (names of the fallback). */
import { cleanText } from '../fields.ts'
import type { ArchitectureName } from '../inspection.ts'
import { isUnread, type Medium, type Unread } from '../medium.ts'
import { readFat, readFolder, readRoot } from './fat.ts'
import { SECTOR_BYTES } from './mbr.ts'

const LOADERS: ReadonlyMap<string, ArchitectureName> = new Map([
  ['BOOTX64.EFI', 'x86_64'],
  ['BOOTAA64.EFI', 'arm64'],
  ['BOOTIA32.EFI', 'x86'],
  ['BOOTARM.EFI', 'arm'],
  ['BOOTRISCV64.EFI', 'riscv64'],
])
/** A disk with loaders for both starts the wider one on every machine that the cloud has. */
const PREFERENCE: ArchitectureName[] = ['x86_64', 'arm64', 'x86', 'arm', 'riscv64']
const MAX_FOLDERS = 16

export type EspReading = {
  /** Label of the volume, from its root folder where there is one. */
  label: string | null
  hasEfiFolder: boolean
  /** Names in /EFI besides BOOT: who installed a loader. */
  folders: string[]
  /** The fallback loader's name and what it runs on; null where /EFI/BOOT holds none. */
  loader: { name: string; architecture: ArchitectureName } | null
}

export async function readEsp(disk: Medium, start: bigint): Promise<EspReading | Unread> {
  const sector = await disk.read(start, SECTOR_BYTES)
  if (isUnread(sector)) return sector
  const fat = readFat(sector)
  if (!fat) return { label: null, hasEfiFolder: false, folders: [], loader: null }
  const root = await readRoot(disk, start, fat)
  if (isUnread(root)) return root
  const label = root.find((entry) => entry.label)?.name.replace('.', '') ?? fat.label
  const reading: EspReading = {
    label: label === null ? null : cleanText(label),
    hasEfiFolder: false,
    folders: [],
    loader: null,
  }
  const efi = root.find(({ name, folder }) => folder && name.toUpperCase() === 'EFI')
  if (!efi) return reading
  const inEfi = await readFolder(disk, start, fat, efi.cluster)
  if (isUnread(inEfi)) return inEfi
  const folders = inEfi.filter(({ name, folder }) => folder && !name.startsWith('.'))
  reading.hasEfiFolder = true
  reading.folders = folders
    .flatMap(({ name }) => (name.toUpperCase() === 'BOOT' ? [] : [cleanText(name)]))
    .slice(0, MAX_FOLDERS)
  const boot = folders.find(({ name }) => name.toUpperCase() === 'BOOT')
  if (!boot) return reading
  const inBoot = await readFolder(disk, start, fat, boot.cluster)
  if (isUnread(inBoot)) return inBoot
  const found = inBoot.flatMap(({ name }) => {
    const architecture = LOADERS.get(name.toUpperCase())
    return architecture ? [{ name: cleanText(name.toUpperCase()), architecture }] : []
  })
  found.sort((a, b) => PREFERENCE.indexOf(a.architecture) - PREFERENCE.indexOf(b.architecture))
  return { ...reading, loader: found[0] ?? null }
}
