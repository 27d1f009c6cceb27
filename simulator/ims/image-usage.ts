import type { World } from '../world.ts'
import { standingOf } from './images.ts'
import { isRunning } from './jobs.ts'
import type { Refusal } from './refusal.ts'

/** At most 40 jobs that make images run at once in a project (ims.md 14). */
const RUNNING_JOBS_MAX = 40
/** Private images of a project (ims.md 14), or room for so many more than the simulator began with. */
const IMAGES_QUOTA = 50
/** Projects one image is shared with at most (ims.md 11). */
export const MEMBERS_MAX = 256

type Usage = { used: number; shared: number; members: number; runningJobs: number }

/**
 * Private images of a project whatever their status, but for killed ones (inferred); how many of them are shared and
 * with how many projects the most shared one; and the running jobs that make some.
 */
function imageUsage(world: World, projectId: string): Usage {
  const now = world.clock.now()
  const usage: Usage = { used: 0, shared: 0, members: 0, runningJobs: 0 }
  for (const image of world.images.values()) {
    if (image.owner !== projectId || image.kind !== 'private') continue
    const job = image.jobId === undefined ? undefined : world.jobs.get(image.jobId)
    const running = job !== undefined && isRunning(world, job, now)
    if (running) usage.runningJobs += 1
    const status = standingOf(world, image, now)?.status
    if (running || (status !== undefined && status !== 'killed')) usage.used += 1
    const members = image.members?.length ?? 0
    if (members > 0) usage.shared += 1
    usage.members = Math.max(usage.members, members)
  }
  return usage
}

function quotas(world: World) {
  const image = IMAGES_QUOTA + world.options.images
  return { image, image_shared: image, image_member: MEMBERS_MAX }
}

/** Whether one more image of the project may be shared. */
export function hasRoomToShare(world: World, projectId: string): boolean {
  return imageUsage(world, projectId).shared < quotas(world).image_shared
}

/** Why no job may begin that makes an image, if so: the quota is used up, or too many are running. */
export function roomRefusal(world: World, projectId: string): Refusal | undefined {
  const usage = imageUsage(world, projectId)
  if (usage.used >= quotas(world).image) {
    return { code: 'IMG.0015', message: 'The quota of private images is used up.' }
  }
  if (usage.runningJobs >= RUNNING_JOBS_MAX) {
    return { code: 'IMG.0060', message: `Already ${RUNNING_JOBS_MAX} tasks are running.` }
  }
  return undefined
}

/** `GET /v1/cloudimages/quota` (ims.md 13); that `image_member` tells the most shared image is inferred. */
export function quotaAnswer(world: World, projectId: string) {
  const usage = imageUsage(world, projectId)
  const quota = quotas(world)
  const resources = [
    { type: 'image', used: usage.used, quota: quota.image, min: 1, max: 100_000 },
    { type: 'image_shared', used: usage.shared, quota: quota.image_shared, min: 1, max: 100_000 },
    { type: 'image_member', used: usage.members, quota: quota.image_member, min: 1, max: 100_000 },
  ]
  return { quotas: { resources } }
}
