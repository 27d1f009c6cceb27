import { inSeconds } from '../clock.ts'
import type { ImageRecord, MemberRecord } from '../records.ts'
import type { World } from '../world.ts'
import { momentOf, phaseOf, workElapsed } from './jobs.ts'

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
