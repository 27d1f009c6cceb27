import { mayManageImages, REGION } from '../iam/accounts.ts'
import { findBucket, type ObjectFile, objectFile } from '../obs/buckets.ts'
import type { World } from '../world.ts'
import { countUnknown } from '../world.ts'
import { type FileFacts, inspectFile } from './file-check.ts'
import { addImportedImage, standingOf } from './images.ts'
import { type ImportCall, type ImportOrder, readOrder } from './import-order.ts'
import { isRunning, makeJob, RUNNING_JOBS_MAX } from './jobs.ts'
import { jsonObject } from './json-body.ts'
import { keyRefusal } from './kms-keys.ts'
import type { Refusal } from './refusal.ts'
import type { Caller } from './token-check.ts'
import { verdictOn } from './verdict.ts'

const GB = 2 ** 30
/** Largest object of an ordinary and of a quick import (ims.md 14). */
const FILE_MAX = { ordinary: 128 * GB, quick: 1024 * GB }

/** Ends of names IMS reads (ims.md 14); `iso` with type IsoImage. */
const FORMAT_NAMES = ['vmdk', 'vhd', 'qcow2', 'raw', 'vhdx', 'qed', 'vdi', 'qcow', 'zvhd2', 'zvhd', 'iso']

export type ImportAnswer =
  | { ok: true; jobId: string }
  | { ok: false; notSimulated: string }
  | ({ ok: false } & Refusal)

/**
 * Takes an import, or refuses it with the code of the first check that fails, in the order of ims.md 1. The
 * object is read now and the end of the job decided, so that job and image depend on the clock alone.
 */
export async function acceptImport(
  world: World,
  caller: Caller,
  call: ImportCall,
  text: string,
): Promise<ImportAnswer> {
  const refuse = (code: string, message: string): ImportAnswer => ({ ok: false, code, message })
  if (!mayManageImages(caller.user)) return refuse('IMG.0026', 'This user may not create images.')
  if (text.trim() === '') return refuse('IMG.0007', 'The request has no body.')
  const body = jsonObject(text)
  if (!body) return refuse('IMG.0001', 'The body is no JSON object.')
  const other = otherSource(call, body)
  if (other) return { ok: false, notSimulated: other }

  const read = readOrder(call, body)
  if (!read.ok) return read
  const { order } = read
  countUnknown(world, call, read.unknown)

  const now = world.clock.now()
  const usage = imageUsage(world, caller.project.id, now)
  if (usage.used >= imageQuota(world)) return refuse('IMG.0015', 'The quota of private images is used up.')
  if (usage.runningJobs >= RUNNING_JOBS_MAX) {
    return refuse('IMG.0060', `Already ${RUNNING_JOBS_MAX} tasks are running.`)
  }

  const found = await findObject(world, order)
  if ('code' in found) return { ok: false, ...found }
  if (order.cmkId !== undefined) {
    const refusal = keyRefusal(order)
    if (refusal) return { ok: false, ...refusal }
  }

  const verdict = verdictOn(order, found.facts, found.hasBitmap)
  const job = makeJob(world, caller.project.id, order, found.file.size, verdict)
  addImportedImage(world, job, order, caller.user, found.file.size)
  world.changed()
  return { ok: true, jobId: job.id }
}

type Found = { file: ObjectFile; facts: FileFacts; hasBitmap: boolean }

async function findObject(world: World, order: ImportOrder): Promise<Found | Refusal> {
  const bucket = await findBucket(world, order.bucket)
  if (!bucket || bucket.isForbidden) {
    return { code: 'IMG.0069', message: `Bucket ${order.bucket} cannot be read.` }
  }
  if (bucket.location !== REGION) {
    return { code: 'IMG.0058', message: `Bucket ${order.bucket} lies in ${bucket.location}.` }
  }
  const file = await objectFile(bucket, order.key)
  if (!file) return { code: 'IMG.0121', message: `There is no object ${order.key}.` }
  if (file.size === 0) return { code: 'IMG.0057', message: 'The object is empty.' }
  const max = order.quick ? FILE_MAX.quick : FILE_MAX.ordinary
  if (file.size > max) return { code: 'IMG.0059', message: `The object is larger than ${max / GB} GB.` }
  const extension = nameExtension(order.key)
  if (
    extension !== undefined &&
    !FORMAT_NAMES.includes(extension) &&
    !world.quirks.has('formats-by-content')
  ) {
    return { code: 'IMG.0072', message: `"${extension}" is the name of no supported format.` }
  }
  const bitmapKey = order.key.replace(/(\.[^./]+)?$/, '.mf')
  const hasBitmap = order.quick && (await objectFile(bucket, bitmapKey)) !== undefined
  return { file, facts: await inspectFile(file.path, order.key), hasBitmap }
}

/** What follows the last dot, when it can be the name of a format: letters and digits, not digits alone. */
function nameExtension(key: string): string | undefined {
  const match = /\.([A-Za-z0-9]{1,6})$/.exec(key)
  const extension = match?.[1]?.toLowerCase()
  return extension && /[a-z]/.test(extension) ? extension : undefined
}

/** The bodies of the same paths that come from no file (ims.md 1b), and several disks at once. */
function otherSource(call: ImportCall, body: Record<string, unknown>): string | undefined {
  if (call !== 'system' || body.image_url !== undefined) {
    return body.data_images === undefined ? undefined : 'importing several disks at once (data_images)'
  }
  if (body.instance_id !== undefined) return 'creating an image from an ECS'
  if (body.volume_id !== undefined) return 'creating an image from a volume'
  if (body.data_images !== undefined) return 'creating images from data disks (data_images)'
  return undefined
}

/** Private images of a project, whatever their status; killed ones are not counted. Inferred. */
export function imageUsage(
  world: World,
  projectId: string,
  now: number,
): { used: number; runningJobs: number } {
  let used = 0
  let runningJobs = 0
  for (const image of world.images.values()) {
    if (image.owner !== projectId || image.kind !== 'private') continue
    const job = image.jobId === undefined ? undefined : world.jobs.get(image.jobId)
    const running = job !== undefined && isRunning(world, job, now)
    if (running) runningJobs += 1
    const status = standingOf(world, image, now)?.status
    if (running || (status !== undefined && status !== 'killed')) used += 1
  }
  return { used, runningJobs }
}

/** 50 private images (ims.md 14), or room for 50 more than the simulator began with. */
export function imageQuota(world: World): number {
  return Math.max(50, world.options.images === 0 ? 50 : world.options.images + 50)
}
