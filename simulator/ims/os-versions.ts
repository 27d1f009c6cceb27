import versions from '../../lib/cloud/os-versions.json' with { type: 'json' }

type OsVersion = { platform: string; version: string; bit: 32 | 64; osType: 'Linux' | 'Windows' }

/** The list's group names and the words `__platform` uses where they differ (ims.md 5). */
const PLATFORM_WORDS: Record<string, string> = { RedHat: 'Red Hat', openSUSE: 'OpenSUSE', openEuler: 'Other' }

const BY_VERSION = new Map<string, OsVersion>(
  Object.entries(versions).flatMap(([platform, list]) =>
    list.map((version): [string, OsVersion] => [
      version,
      {
        platform: PLATFORM_WORDS[platform] ?? platform,
        version,
        bit: version.endsWith('32bit') ? 32 : 64,
        osType: platform === 'Windows' ? 'Windows' : 'Linux',
      },
    ]),
  ),
)

export function isListedOsVersion(version: string): boolean {
  return BY_VERSION.has(version)
}

export function osVersionFacts(version: string): OsVersion | undefined {
  return BY_VERSION.get(version)
}

/** All listed versions, in the list's order. */
export function listedVersions(): OsVersion[] {
  return [...BY_VERSION.values()]
}

/** `GET /v1/cloudimages/os_version` (ims.md 12). Which of the list fit `uefi` or `bms` is not published: all do. */
export function osVersionsAnswer() {
  return Object.entries(versions).map(([platform, list]) => ({
    platform,
    version_list: list.map((version) => ({
      platform,
      os_version_key: version,
      os_version: version,
      os_bit: version.endsWith('32bit') ? 32 : 64,
      os_type: platform === 'Windows' ? 'Windows' : 'Linux',
    })),
  }))
}
