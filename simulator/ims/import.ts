import { mayManageImages } from '../iam/accounts.ts'
import { findBucket, type ObjectFile, objectFile } from '../obs/buckets.ts'
import type { World } from '../world.ts'
import { countUnknown } from '../world.ts'
import { importWorkMs } from './durations.ts'
import { type FileFacts, inspectFile } from './file-check.ts'
import { roomRefusal } from './image-usage.ts'
import { type ImportCall, type ImportOrder, readOrder } from './import-order.ts'
import { addImportedImage } from './imported-image.ts'
import { startJob } from './jobs.ts'
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

  const full = roomRefusal(world, caller.project.id)
  if (full) return { ok: false, ...full }

  const found = await findObject(world, order)
  if ('code' in found) return { ok: false, ...found }
  if (order.cmkId !== undefined) {
    const refusal = keyRefusal({ ...order, isIso: order.target === 'iso' })
    if (refusal) return { ok: false, ...refusal }
  }

  const verdict = verdictOn(order, found.facts, found.hasBitmap)
  const job = startJob(world, {
    type: order.target === 'data' ? 'imsImportDataImageJob' : 'imsImportImageJob',
    projectId: caller.project.id,
    imageName: order.name,
    wholeWorkMs: (chance) => importWorkMs(order, found.file.size, chance),
    verdict,
  })
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
  if (bucket.location !== world.options.region) {
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
