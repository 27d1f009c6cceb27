import { choiceAt, dice, uuid } from '../chance.ts'
import { NEIGHBOUR_PROJECT_ID, projectIdIn, type Region } from '../iam/accounts.ts'
import { type ImageRecord, MEMBER_STATES, type MemberRecord } from '../records.ts'
import { COMMON, strangeProperty } from './common-properties.ts'
import { listedVersions } from './os-versions.ts'
import { ofVersion } from './seed-images.ts'

const DAY_MS = 86_400_000
/** The oldest seeded image is a little older than two years. */
const SPREAD_MS = 800 * DAY_MS

const PURPOSES = ['web', 'db', 'build', 'gateway', 'mail', 'jump', 'cache', 'proxy'] as const
const TEAMS = ['web', 'data', 'platform', 'office'] as const
const STAGES = ['test', 'staging', 'production'] as const
const SIZES_GB = [10, 20, 40, 40, 80, 100, 200, 500, 1024] as const
const MEMORY_MB = [0, 0, 0, 1024, 2048, 4096] as const
const USABLE_KEY = '11111111-1111-4111-8111-111111111111'
const DEFAULT_KEY = '55555555-5555-4555-8555-555555555555'
const WINDOWS = 'Windows Server 2016 Standard 64bit'

/** Every so-manieth image is peculiar, so that even forty images hold one of each; the first few are plain. */
const EVERY = {
  shared: 7,
  encrypted: 11,
  protected: 13,
  fromPublic: 17,
  iso: 19,
  arm: 23,
  killed: 29,
  queued: 31,
  bareMetal: 37,
  deactivated: 41,
} as const
const isEvery = (kind: keyof typeof EVERY, index: number) => index % EVERY[kind] === EVERY[kind] - 2

/**
 * Private images of project `…_demo`, so many, the same for the same seed: of all kinds, systems, sizes and ages,
 * some shared with `…_lab`.
 */
export function seededImages(count: number, seed: string, nowMs: number, region: Region): ImageRecord[] {
  const [demo, lab] = [projectIdIn(region, 'demo'), projectIdIn(region, 'lab')]
  const versions = listedVersions()
  const suse = versions.find((each) => each.platform === 'SUSE')?.version ?? WINDOWS
  return Array.from({ length: count }, (_, index): ImageRecord => {
    const roll = dice(seed, index)
    const id = uuid(seed, 'seeded', index)
    // Newest first; jitter keeps the gaps uneven.
    const createdAtMs = nowMs - Math.floor(((index + roll()) / Math.max(1, count)) * SPREAD_MS) - 60_000
    const fromPublic = isEvery('fromPublic', index) ? (roll() < 0.5 ? WINDOWS : suse) : undefined
    const version = fromPublic ?? versions[Math.floor(roll() * versions.length)]?.version ?? ''
    const status = statusOf(index)
    const members =
      status === undefined && isEvery('shared', index) ? membersOf(lab, index, createdAtMs) : undefined
    return {
      id,
      owner: demo,
      kind: 'private',
      createdAtMs,
      activeAtMs: createdAtMs + Math.floor((10 + 30 * roll()) * 60_000),
      first: true,
      ...(status === undefined ? {} : { status }),
      ...(members === undefined ? {} : { members }),
      properties: {
        ...COMMON,
        ...propertiesOf(index, version, fromPublic, roll),
        ...strangeProperty(seed, id),
      },
    }
  })
}

function statusOf(index: number): string | undefined {
  if (isEvery('killed', index)) return 'killed'
  if (isEvery('queued', index)) return 'queued'
  return isEvery('deactivated', index) ? 'deactivated' : undefined
}

function membersOf(projectId: string, index: number, createdAtMs: number): MemberRecord[] {
  const status = MEMBER_STATES[Math.floor(index / EVERY.shared) % MEMBER_STATES.length] ?? 'pending'
  const updatedAtMs = createdAtMs + (status === 'pending' ? 0 : DAY_MS / 24)
  return [{ projectId, status, createdAtMs, updatedAtMs }]
}

function propertiesOf(
  index: number,
  version: string,
  fromPublic: string | undefined,
  roll: () => number,
): Record<string, unknown> {
  const system = ofVersion(version)
  const isWindows = system.__platform === 'Windows'
  const environment = environmentOf(index, fromPublic !== undefined, roll)
  const isData = environment === 'DataImage'
  const isArm = environment === 'FusionCompute' && isEvery('arm', index) && !isWindows
  const purpose = choiceAt(PURPOSES, roll())
  const minDisk = choiceAt(SIZES_GB, roll())
  const minRam = choiceAt(MEMORY_MB, roll())
  const isEncrypted = isEvery('encrypted', index) && environment !== 'IsoImage' && environment !== 'Ironic'
  return {
    name: `${purpose}-${isData ? 'data' : environment === 'IsoImage' ? 'installer' : 'base'}-${index + 1}`,
    disk_format: roll() < 0.9 ? 'zvhd2' : 'zvhd',
    min_disk: minDisk,
    min_ram: minRam,
    ...(minRam > 0 && roll() < 0.3 ? { max_ram: String(minRam * 8) } : {}),
    protected: isEvery('protected', index),
    tags: tagsFor(roll),
    virtual_env_type: environment,
    ...(isArm || (roll() < 0.3 && !isData) ? { hw_firmware_type: 'uefi' } : {}),
    ...(isArm ? { __support_arm: 'true' } : {}),
    hw_vif_multiqueue_enabled: String(roll() < 0.2),
    ...(isData ? { __os_type: 'Linux' } : system),
    __imagetype: 'private',
    __image_size: String(Math.floor(minDisk * 2 ** 30 * (0.02 + 0.2 * roll()))),
    ...originOf(fromPublic, index, purpose),
    __description: roll() < 0.5 ? '' : `Image ${index + 1} for ${purpose}`,
    __is_config_init: 'false',
    ...(isEncrypted ? { __system__cmkid: index % 2 === 0 ? USABLE_KEY : DEFAULT_KEY } : {}),
    enterprise_project_id: '0',
  }
}

function environmentOf(index: number, isFromPublic: boolean, roll: () => number): string {
  const isData = roll() < 0.2
  if (isFromPublic) return 'FusionCompute'
  if (isEvery('iso', index)) return 'IsoImage'
  if (isEvery('bareMetal', index)) return 'Ironic'
  return isData ? 'DataImage' : 'FusionCompute'
}

function tagsFor(roll: () => number): string[] {
  const tags: string[] = []
  if (roll() < 0.5) tags.push(`team=${choiceAt(TEAMS, roll())}`)
  if (roll() < 0.3) tags.push(`stage=${choiceAt(STAGES, roll())}`)
  if (roll() < 0.1) tags.push('golden')
  return tags
}

/** From a file, or from a server that was made of a public image: such a one may not be exported (ims.md 13). */
function originOf(fromPublic: string | undefined, index: number, purpose: string): Record<string, unknown> {
  if (fromPublic === undefined) {
    return { __root_origin: 'file', __data_origin: `file,ims-image:${purpose}/${index + 1}.qcow2` }
  }
  return {
    __data_origin: `instance,${uuid('server', index)}`,
    __originalimagename: uuid('public', fromPublic),
  }
}

/** More images of the neighbour's, offered to `…_demo`, accepted and rejected in turn: one for twenty own ones. */
export function seededOffers(count: number, seed: string, nowMs: number, region: Region): ImageRecord[] {
  const projectId = projectIdIn(region, 'demo')
  return seededImages(Math.floor(count / 20), `${seed} neighbour`, nowMs, region)
    .filter((image) => image.status === undefined)
    .map((image, index) => {
      const status = MEMBER_STATES[index % MEMBER_STATES.length] ?? 'pending'
      const { createdAtMs } = image
      return {
        ...image,
        owner: NEIGHBOUR_PROJECT_ID,
        kind: 'shared',
        members: [{ projectId, status, createdAtMs, updatedAtMs: createdAtMs }],
        properties: { ...image.properties, visibility: 'shared', __imagetype: 'shared' },
      }
    })
}
