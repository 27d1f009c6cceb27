import { hexId } from '../chance.ts'
import { inSeconds } from '../clock.ts'
import type { User } from '../iam/accounts.ts'
import type { ImageRecord, JobRecord, MemberRecord } from '../records.ts'
import type { World } from '../world.ts'
import type { ImportOrder } from './import-order.ts'
import { momentOf, phaseOf, workElapsed } from './jobs.ts'
import { osVersionFacts } from './os-versions.ts'

/** A failed import's image stays so long as `killed` (ims.md 15, inferred); work time. */
const KILLED_WORK_MS = 60_000

type Standing = { status: string; createdAtMs: number; updatedAtMs: number; activeAtMs?: number }

/** What an image is at a moment, or nothing when it is not there yet or no more. */
export function standingOf(world: World, image: ImageRecord, now: number): Standing | undefined {
  const made = asMade(world, image, now)
  if (!made || image.changedAtMs === undefined) return made
  return { ...made, updatedAtMs: Math.max(made.updatedAtMs, image.changedAtMs) }
}

/** Statuses of an image that was never finished, so that it has no moment of becoming active. */
const UNFINISHED = new Set(['queued', 'saving', 'killed'])

function asMade(world: World, image: ImageRecord, now: number): Standing | undefined {
  const job = image.jobId === undefined ? undefined : world.jobs.get(image.jobId)
  if (!job || image.status !== undefined) {
    const { status = 'active', createdAtMs } = image
    const at = image.activeAtMs ?? createdAtMs
    if (UNFINISHED.has(status)) return { status, createdAtMs, updatedAtMs: at }
    return { status, createdAtMs, updatedAtMs: at, activeAtMs: at }
  }
  const createdAtMs = momentOf(world, job, job.initWorkMs)
  const { phase } = phaseOf(world, job, now)
  if (phase === 'init') return undefined
  if (phase === 'reading') return { status: 'queued', createdAtMs, updatedAtMs: createdAtMs }
  if (phase === 'saving') return { status: 'saving', createdAtMs, updatedAtMs: createdAtMs }
  const endMs = momentOf(world, job, job.endWorkMs)
  if (job.outcome.kind === 'success') {
    return { status: 'active', createdAtMs, updatedAtMs: endMs, activeAtMs: endMs }
  }
  const isGone =
    world.quirks.has('no-killed-images') || workElapsed(world, job, now) >= job.endWorkMs + KILLED_WORK_MS
  return isGone ? undefined : { status: 'killed', createdAtMs, updatedAtMs: endMs }
}

/** The image in wire form (ims.md 5), or nothing when it does not exist at this moment. */
export function imageView(
  world: World,
  image: ImageRecord,
  now: number,
): Record<string, unknown> | undefined {
  const standing = standingOf(world, image, now)
  if (!standing) return undefined
  const { visibility, __imagetype } = sharing(image)
  const view: Record<string, unknown> = {
    id: image.id,
    status: standing.status,
    owner: image.owner,
    created_at: inSeconds(standing.createdAtMs),
    updated_at: inSeconds(standing.updatedAtMs),
    file: `/v2/images/${image.id}/file`,
    self: `/v2/images/${image.id}`,
    schema: '/v2/schemas/image',
    // Last, as each image has a name of its own in here: objects that only end differently are made faster.
    ...image.properties,
  }
  view.visibility = visibility
  view.__imagetype = __imagetype
  // "0" until there is something (ims.md 5).
  if (UNFINISHED.has(standing.status)) view.__image_size = '0'
  if (standing.activeAtMs !== undefined) view.active_at = inSeconds(standing.activeAtMs)
  return view
}

/** The image as native calls show it: only they tell where the stored file lies (ims.md 5). */
export function nativeDetail(world: World, image: ImageRecord): Record<string, unknown> {
  return {
    ...imageView(world, image, world.clock.now()),
    __image_location: `https://store.invalid/${image.id}`,
  }
}

/**
 * What sharing makes of the two properties that tell a kind (ims.md 5): both turn `shared` while an image has
 * members, and are what they were once it has none. That `__imagetype` turns too is inferred from the filter that
 * lists shared images.
 */
export function sharing(image: ImageRecord): { visibility: unknown; __imagetype: unknown } {
  const { visibility, __imagetype } = image.properties
  const isShared = image.kind === 'private' && image.members !== undefined && image.members.length > 0
  return isShared ? { visibility: 'shared', __imagetype: 'shared' } : { visibility, __imagetype }
}

/** The image with other properties, which moves its `updated_at`; that survives a restart. */
export function changeImage(
  world: World,
  image: ImageRecord,
  properties: Record<string, unknown>,
): ImageRecord {
  const changedAtMs = Math.max(world.clock.now(), image.changedAtMs ?? 0)
  return put(world, { ...image, properties, changedAtMs })
}

/** The image shared with others than before; `updated_at` stays, as with Glance (inferred). */
export function changeMembers(
  world: World,
  image: ImageRecord,
  members: readonly MemberRecord[],
): ImageRecord {
  return put(world, { ...image, members: [...members], sharingChanged: true })
}

function put(world: World, image: ImageRecord): ImageRecord {
  world.images.set(image.id, image)
  world.changed()
  return image
}

/** Puts the image of an accepted import into the world; it shows itself when its job has begun. */
export function addImportedImage(
  world: World,
  job: JobRecord,
  order: ImportOrder,
  user: User,
  bytes: number,
): void {
  world.images.set(job.imageId, {
    id: job.imageId,
    owner: job.projectId,
    kind: 'private',
    createdAtMs: job.acceptedAtMs,
    jobId: job.id,
    properties: {
      ...propertiesOfImport(order, bytes),
      // Without the gate role imports end as zvhd (ims.md 5).
      disk_format: user.roles.includes('op_gated_lld') ? 'zvhd2' : 'zvhd',
      ...strangeProperty(world.seed, job.imageId),
    },
  })
}

function propertiesOfImport(order: ImportOrder, bytes: number): Record<string, unknown> {
  const environment =
    order.target === 'data'
      ? 'DataImage'
      : order.target === 'iso'
        ? 'IsoImage'
        : order.isBareMetal
          ? 'Ironic'
          : 'FusionCompute'
  return {
    ...COMMON,
    name: order.name,
    min_disk: order.minDiskGb,
    min_ram: order.minRamMb,
    ...(order.maxRamMb === undefined ? {} : { max_ram: String(order.maxRamMb) }),
    tags: order.tags,
    virtual_env_type: environment,
    ...(order.firmware === undefined ? {} : { hw_firmware_type: order.firmware }),
    ...(order.isArm ? { __support_arm: 'true' } : {}),
    ...systemProperties(order),
    __imagetype: 'private',
    __image_size: String(Math.max(bytes, 1)),
    __root_origin: 'file',
    __data_origin: `file,${order.bucket}:${order.key}`,
    __description: order.description,
    __is_config_init: String(order.isConfigInit ?? false),
    ...(order.cmkId === undefined ? {} : { __system__cmkid: order.cmkId }),
    enterprise_project_id: order.enterpriseProjectId,
  }
}

/** Declared, not detected: unlike the cloud the simulator does not look for a system inside the file. */
function systemProperties(order: ImportOrder): Record<string, unknown> {
  if (order.target === 'data') return { __os_type: order.osType ?? 'Linux' }
  const facts = order.osVersion === undefined ? undefined : osVersionFacts(order.osVersion)
  return {
    __os_type: facts?.osType ?? order.osType ?? 'Linux',
    __os_version: facts?.version ?? `Other ${order.osType === 'Windows' ? 'Windows' : 'Linux'}(64 bit)`,
    __os_bit: String(facts?.bit ?? 64),
    __platform: facts?.platform ?? 'Other',
  }
}

/** What all images share (ims.md 5); size, virtual_size and checksum are documented as of no use. */
export const COMMON: Record<string, unknown> = {
  visibility: 'private',
  protected: false,
  disk_format: 'zvhd2',
  container_format: 'bare',
  size: 0,
  virtual_size: null,
  checksum: 'd41d8cd98f00b204e9800998ecf8427e',
  hw_vif_multiqueue_enabled: 'false',
  __isregistered: 'true',
  __image_source_type: 'uds',
  __originalimagename: '',
  __backup_id: '',
  __lazyloading: 'true',
  __support_kvm: 'true',
  __support_xen: 'true',
}

/** A property nobody knows, as the cloud adds them without notice: clients must keep it (ims.md 5). */
export function strangeProperty(seed: string, imageId: string): Record<string, string> {
  const hex = hexId(seed, imageId, 'unknown property')
  return { [`__x_${hex.slice(0, 6)}`]: hex.slice(6, 12) }
}
