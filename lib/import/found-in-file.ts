/** What an inspected file can fill into the import form. */
import type { Inspection, OsHint } from '../disk-image/inspection.ts'
import { EMPTY_DRAFT, type ImportDraft } from './draft.ts'
import { OS_FAMILIES } from './operating-systems.ts'

export const FOUND_FIELDS = ['minDiskGb', 'osVersion', 'bootMode', 'madeFor', 'architecture'] as const
export type FoundField = (typeof FOUND_FIELDS)[number]

/** `name`: only the file's name says so, which is worth an offer and no more. */
type Value<Name extends FoundField> = { value: ImportDraft[Name]; from: 'file' | 'name' }

/** Left out: the file does not tell. */
export type Found = { readonly [Name in FoundField]?: Value<Name> }

/** An installer's own size says nothing of the disk that is installed on; a disk that boots both ways, nothing of the choice. */
export function foundInFile(inspection: Inspection | null): Found {
  if (!inspection) return {}
  const { format, minDiskGb, virtualSizeBytes, bootMode, architecture } = inspection
  const isArm = architecture.value === 'arm64' || architecture.value === 'arm'
  const isX86 = architecture.value === 'x86_64' || architecture.value === 'x86'
  const system = osVersionOf(inspection)
  return {
    ...(format === 'iso' ? { madeFor: inFile('iso-installer') } : {}),
    ...(format !== 'iso' && virtualSizeBytes !== null && minDiskGb !== null
      ? { minDiskGb: inFile(String(minDiskGb)) }
      : {}),
    ...(bootMode.value === 'bios' || bootMode.value === 'uefi' ? { bootMode: inFile(bootMode.value) } : {}),
    ...(isX86 ? { architecture: inFile('x86') } : {}),
    // Arm servers boot with UEFI only (ims.md 1).
    ...(isArm ? { architecture: inFile('arm'), bootMode: inFile('uefi') } : {}),
    ...(system ? { osVersion: system } : {}),
  }
}

/** Without what only the name says: IMS looks into the file, and knows better. */
export function inFileAlone(found: Found): Found {
  const { osVersion, ...rest } = found
  return osVersion?.from === 'file' ? found : rest
}

/** What is put into fields that the person has not set: what was found, and nothing of another file. */
export function fillingOf(
  found: Found,
  isSet: (name: FoundField) => boolean,
): Partial<Pick<ImportDraft, FoundField>> {
  const told = <Name extends FoundField>(name: Name): ImportDraft[Name] =>
    found[name]?.value ?? EMPTY_DRAFT[name]
  return {
    ...(isSet('minDiskGb') ? {} : { minDiskGb: told('minDiskGb') }),
    ...(isSet('osVersion') ? {} : { osVersion: told('osVersion') }),
    ...(isSet('bootMode') ? {} : { bootMode: told('bootMode') }),
    ...(isSet('madeFor') ? {} : { madeFor: told('madeFor') }),
    ...(isSet('architecture') ? {} : { architecture: told('architecture') }),
  }
}

const inFile = <const T>(value: T) => ({ value, from: 'file' as const })

/** The families of IMS's list by the names of inspections; systems it does not know have none. */
const FAMILY_OF: Partial<Record<OsHint['os'], string>> = {
  Ubuntu: 'Ubuntu',
  Debian: 'Debian',
  CentOS: 'CentOS',
  'Red Hat': 'RedHat',
  Fedora: 'Fedora',
  openSUSE: 'openSUSE',
  SUSE: 'SUSE',
  'Oracle Linux': 'Oracle Linux',
}

/**
 * The one system of IMS's list that goes with what was found, null when it is none or could be several: it cannot be
 * changed after the import, so nothing is guessed. Windows has editions, which nothing on the disk's first sectors tells.
 */
function osVersionOf({ osHints, fileName, architecture }: Inspection): Value<'osVersion'> | null {
  const [hint, second] = osHints
  if (!hint || second) return null
  const family = FAMILY_OF[hint.os]
  const versions = OS_FAMILIES.find((known) => known.family === family)?.versions ?? []
  const bits = architecture.value === 'x86' ? '32bit' : '64bit'
  const fitting = versions.filter((version) => version.endsWith(bits))
  const grounds = [
    ...(hint.from === 'file name' ? [] : [{ text: hint.value, from: 'file' as const }]),
    { text: fileName ?? '', from: 'name' as const },
  ]
  for (const { text, from } of grounds) {
    for (const number of numbersAfter(hint.os, text)) {
      const found = onlyOne(fitting, number)
      if (found) return { value: found, from }
    }
  }
  return null
}

/**
 * Version numbers that follow the system's name: 18.04 in `ubuntu-18.04-web`, 7.0 and 70 in `centos70`. A number
 * elsewhere may count builds.
 */
function numbersAfter(os: string, text: string): string[] {
  const word = os.split(' ')[0] ?? os
  const match = new RegExp(
    `${word}[^a-z0-9]{0,2}(?:linux|server)?[^a-z0-9]{0,2}(\\d{1,4}(?:\\.\\d{1,3}){0,2})`,
    'i',
  ).exec(text)
  const number = match?.[1]
  if (number === undefined) return []
  const [, major, minor] = /^(\d)(\d)$/.exec(number) ?? []
  return major === undefined ? [number] : [number, `${major}.${minor}`]
}

/** The version that is the number or begins with it, where there is one only. */
function onlyOne(versions: readonly string[], number: string): string | null {
  const numberOf = (version: string) => /\d[\d.]*/.exec(version)?.[0] ?? ''
  const exact = versions.filter((version) => numberOf(version) === number)
  const found =
    exact.length > 0 ? exact : versions.filter((version) => numberOf(version).startsWith(`${number}.`))
  return found.length === 1 ? (found[0] ?? null) : null
}
