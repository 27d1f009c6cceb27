import * as z from 'zod/mini'
import { EXPORT_FORMATS } from '../disk-files/disk-file.ts'
import { findBucket, NAME, objectFile, pathOf } from '../obs/buckets.ts'
import type { Effect, ImageRecord } from '../records.ts'
import type { World } from '../world.ts'
import { exportWorkMs } from './durations.ts'
import { findImage, findOwnActiveImage } from './find-image.ts'
import { isRunning, startJob } from './jobs.ts'
import { bodyOf } from './json-body.ts'
import { type Refusal, type Result, refuse } from './refusal.ts'
import type { Caller } from './token-check.ts'

const GB = 2 ** 30
/** Largest image by an ordinary and by a quick export (ims.md 13). */
const SIZE_MAX = { ordinary: 128 * GB, quick: 1024 * GB }
const KEY_MAX_BYTES = 1024

const request = z.object({
  bucket_url: z.string(),
  file_format: z.optional(z.string()),
  is_quick_export: z.optional(z.boolean()),
})

type Order = { bucket: string; key: string; format: string; isQuick: boolean }

/**
 * `POST /v1/cloudimages/{image_id}/file` (ims.md 13): starts the job that writes the image into a bucket. Order of
 * the checks: right, body, the image itself, the address, the bucket. Inferred.
 */
export async function exportImage(
  world: World,
  caller: Caller,
  id: string,
  text: string,
): Promise<Result<string>> {
  const seen = findImage(world, caller, id)
  if (seen.ok && seen.value.image.kind === 'gold') {
    return refuse('IMG.0077', 'A public image cannot be exported.')
  }
  const found = findOwnActiveImage(world, caller, id)
  if (!found.ok) return found
  const body = bodyOf(text, request, '{"bucket_url", "file_format", "is_quick_export"}')
  if (!body.ok) return body
  const { image } = found.value
  const isQuick = body.value.is_quick_export === true
  const refused = imageRefusal(world, image, isQuick)
  if (refused) return { ok: false, ...refused }
  const order = orderOf(body.value.bucket_url, body.value.file_format, isQuick)
  if (!order.ok) return order
  const unwritable = await targetRefusal(world, order.value)
  if (unwritable) return { ok: false, ...unwritable }

  const job = startJob(world, {
    type: 'imsNativeExportImageJob',
    projectId: caller.project.id,
    imageId: image.id,
    imageName: String(image.properties.name),
    wholeWorkMs: (chance) => exportWorkMs(imageBytes(image), isQuick, chance),
    verdict: { ok: true },
    effect: effectOf(image, order.value),
  })
  world.changed()
  return { ok: true, value: job.id }
}

/** Whether a job that exports the image goes on: it can then neither be deleted nor exported again (IMG.0148). */
export function isBeingExported(world: World, imageId: string): boolean {
  const now = world.clock.now()
  for (const id of world.unsettled) {
    const job = world.jobs.get(id)
    if (job?.effect?.kind === 'export' && job.imageId === imageId && isRunning(world, job, now)) return true
  }
  return false
}

/** Bytes of the stored file. */
export function imageBytes(image: ImageRecord): number {
  return Number(image.properties.__image_size) || 0
}

/** Systems whose public images are licensed: private images made from them stay in the cloud (ims.md 13). */
const LICENSED = new Set(['Windows', 'SUSE', 'Red Hat', 'Ubuntu', 'Oracle Linux'])

function imageRefusal(world: World, image: ImageRecord, isQuick: boolean): Refusal | undefined {
  const { properties } = image
  if (properties.__whole_image === 'true') {
    return { code: 'IMG.0128', message: 'A full-ECS image cannot be exported.' }
  }
  if (properties.virtual_env_type === 'IsoImage') {
    return { code: 'IMG.0167', message: 'An ISO image cannot be exported.' }
  }
  const isFromPublic =
    typeof properties.__originalimagename === 'string' && properties.__originalimagename !== ''
  if (isFromPublic && LICENSED.has(String(properties.__platform))) {
    return { code: 'IMG.0079', message: 'The image was made from a licensed public image.' }
  }
  if (isBeingExported(world, image.id)) {
    return { code: 'IMG.0148', message: 'The image is being exported already.' }
  }
  const isEncrypted = typeof properties.__system__cmkid === 'string' && properties.__system__cmkid !== ''
  if (isQuick && isEncrypted) {
    return { code: 'IMG.0071', message: 'An encrypted image cannot be exported quickly.' }
  }
  const bytes = imageBytes(image)
  if (bytes >= SIZE_MAX.quick) {
    return { code: 'IMG.0071', message: 'An image of 1 TB or more cannot be exported.' }
  }
  if (!isQuick && bytes > SIZE_MAX.ordinary) {
    return { code: 'IMG.0160', message: 'An image above 128 GB is exported quickly only.' }
  }
  return undefined
}

function orderOf(address: string, format: string | undefined, isQuick: boolean): Result<Order> {
  if (isQuick && format !== undefined) {
    return refuse('IMG.0072', 'file_format must be left out with is_quick_export.')
  }
  if (!isQuick && !EXPORT_FORMATS.some((each) => each === format)) {
    return refuse('IMG.0072', `file_format must be one of ${EXPORT_FORMATS.join(', ')}.`)
  }
  const colon = address.indexOf(':')
  if (colon < 0) return refuse('IMG.0017', 'bucket_url must be bucket:key.')
  const bucket = address.slice(0, colon)
  const key = address.slice(colon + 1)
  if (bucket === '') return refuse('IMG.0068', 'bucket_url names no bucket.')
  if (key.startsWith('//')) return refuse('IMG.0017', 'bucket_url must have no scheme.')
  if (!NAME.test(bucket)) return refuse('IMG.0109', 'The bucket name in bucket_url is not valid.')
  if (key === '') return refuse('IMG.0073', 'bucket_url names no object.')
  if (Buffer.byteLength(key) > KEY_MAX_BYTES) return refuse('IMG.0074', 'The key in bucket_url is too long.')
  if (/[\s:\p{Cc}\p{Cf}]/u.test(key) || key.startsWith('/') || key.endsWith('/')) {
    return refuse('IMG.0075', 'The key in bucket_url holds characters that are not allowed.')
  }
  return { ok: true, value: { bucket, key, format: format ?? 'zvhd2', isQuick } }
}

async function targetRefusal(world: World, order: Order): Promise<Refusal | undefined> {
  const bucket = await findBucket(world, order.bucket)
  if (!bucket || bucket.isForbidden) {
    return { code: 'IMG.0069', message: `Bucket ${order.bucket} cannot be accessed.` }
  }
  if (bucket.location !== world.options.region) {
    return { code: 'IMG.0058', message: `Bucket ${order.bucket} lies in ${bucket.location}.` }
  }
  if (pathOf(bucket, order.key) === undefined) {
    return { code: 'IMG.0075', message: 'The simulator cannot keep an object of that key.' }
  }
  const isTaken = (await objectFile(bucket, order.key)) !== undefined
  return isTaken ? { code: 'IMG.0070', message: `There is an object ${order.key} already.` } : undefined
}

function effectOf(image: ImageRecord, { bucket, key, format }: Order): Effect {
  const { properties } = image
  const isData = properties.virtual_env_type === 'DataImage'
  const kind = isData ? 'data' : properties.hw_firmware_type === 'uefi' ? 'uefi' : 'bios'
  const gigabytes = Math.max(1, Number(properties.min_disk) || 1)
  return { kind: 'export', bucket, key, format, disk: { gigabytes, kind } }
}
