/** The systems IMS accepts for `os_version`: the table of its API reference, complete (ims.md 14). */

import versions from '../cloud/os-versions.json' with { type: 'json' }
import type { Result } from '../result.ts'

export type OsFamily = { family: string; versions: readonly string[] }

export const OS_FAMILIES: readonly OsFamily[] = Object.entries(versions).map(([family, list]) => ({
  family,
  versions: list,
}))

const familyOf: ReadonlyMap<string, string> = new Map(
  OS_FAMILIES.flatMap(({ family, versions }) => versions.map((version) => [version, family] as const)),
)

export const isOsVersion = (text: string): boolean => familyOf.has(text)

/** `os_type` that goes with a system. CoreOS, EulerOS and the rest of the list are Linux. */
export const osTypeOf = (osVersion: string): 'Linux' | 'Windows' =>
  familyOf.get(osVersion) === 'Windows' ? 'Windows' : 'Linux'

/** Longest search worth reading; the longest entry has fewer than 50 characters. */
const SEARCH_MAX = 200

/**
 * Families with the systems that hold every word of the search, in any order; family names count as words. A
 * number has to stand where a number begins, so that 10 finds 10.0.0 and not 8.10.0.
 */
export function searchOs(search: string): OsFamily[] {
  const words = search
    .slice(0, SEARCH_MAX)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const found = OS_FAMILIES.map(({ family, versions }) => ({
    family,
    versions: versions.filter((version) => {
      const text = ` ${family} ${version}`.toLowerCase()
      return words.every((word) => text.includes(/^\d/.test(word) ? ` ${word}` : word))
    }),
  }))
  return found.filter(({ versions }) => versions.length > 0)
}

/** Empty leaves it to IMS, which looks into the file (ims.md 1). */
export function readOsVersion(text: string): Result<string | null, string> {
  const version = text.trim()
  if (version === '') return { ok: true, value: null }
  return isOsVersion(version)
    ? { ok: true, value: version }
    : { ok: false, error: 'Choose a system from the list.' }
}
