import * as z from 'zod/mini'
import { mayManageImages } from '../iam/accounts.ts'
import type { ImageRecord } from '../records.ts'
import type { World } from '../world.ts'
import { CHANGEABLE, descriptionRefusal, nameRefusal } from './attributes.ts'
import { strangeProperty } from './common-properties.ts'
import { copyWorkMs } from './durations.ts'
import { imageBytes } from './export.ts'
import { findImage } from './find-image.ts'
import { memberOf } from './image-list.ts'
import { roomRefusal } from './image-usage.ts'
import { isRunning, startJob } from './jobs.ts'
import { bodyOf } from './json-body.ts'
import { keyRefusal, originalKeyRefusal } from './kms-keys.ts'
import { type Refusal, type Result, refuse } from './refusal.ts'
import type { Caller } from './token-check.ts'

const GB = 2 ** 30
const SIZE_MAX = 128 * GB
/** Copies at once of an account (ims.md 13), which here is one. */
const COPIES_MAX = 5
const JOB_TYPE = 'imsCopyImageInRegionJob'

const request = z.object({
  name: z.optional(z.unknown()),
  description: z.optional(z.unknown()),
  cmk_id: z.optional(z.string()),
  enterprise_project_id: z.optional(z.unknown()),
})
type CopyRequest = z.infer<typeof request>

/**
 * `POST /v1/cloudimages/{image_id}/copy` (ims.md 13): a new image of one's own from one's own or one that was
 * accepted. With `cmk_id` the copy is encrypted, without it is not, whatever the source is.
 */
export function copyImage(world: World, caller: Caller, id: string, text: string): Result<string> {
  if (!mayManageImages(caller.user)) return refuse('IMG.0026', 'This user may not copy images.')
  const body = bodyOf(text, request, '{"name", "description", "cmk_id", "enterprise_project_id"}')
  if (!body.ok) return body
  const unfit = attributesRefusal(body.value)
  if (unfit) return { ok: false, ...unfit }
  const found = findImage(world, caller, id)
  if (!found.ok) return found
  const { image, status } = found.value
  if (status !== 'active') return refuse('IMG.0046', `The image is ${status}, not active.`)
  const refused =
    sourceRefusal(image, caller) ??
    copyKeyRefusal(image, body.value.cmk_id) ??
    roomRefusal(world, caller.project.id) ??
    copiesRefusal(world)
  if (refused) return { ok: false, ...refused }

  const job = startJob(world, {
    type: JOB_TYPE,
    projectId: caller.project.id,
    imageName: String(body.value.name),
    wholeWorkMs: (chance) => copyWorkMs(imageBytes(image), chance),
    verdict: { ok: true },
  })
  world.images.set(job.imageId, {
    id: job.imageId,
    owner: caller.project.id,
    kind: 'private',
    createdAtMs: job.acceptedAtMs,
    jobId: job.id,
    properties: { ...copiedProperties(image, body.value), ...strangeProperty(world.seed, job.imageId) },
  })
  world.changed()
  return { ok: true, value: job.id }
}

function attributesRefusal({ name, description, enterprise_project_id }: CopyRequest): Refusal | undefined {
  const refused = nameRefusal(name)
  if (refused) return refused
  if (description !== undefined) {
    const unfit = descriptionRefusal(description)
    if (unfit) return unfit
  }
  if (enterprise_project_id === undefined) return undefined
  const read = CHANGEABLE.get('enterprise_project_id')?.(enterprise_project_id)
  return read?.ok === false ? { code: read.code, message: read.message } : undefined
}

function sourceRefusal(image: ImageRecord, caller: Caller): Refusal | undefined {
  const { properties } = image
  if (image.kind === 'gold') return { code: 'IMG.0083', message: 'A public image cannot be copied.' }
  if (properties.__whole_image === 'true') {
    return { code: 'IMG.0130', message: 'A full-ECS image cannot be copied.' }
  }
  if (properties.virtual_env_type === 'IsoImage') {
    return { code: 'IMG.0167', message: 'An ISO image cannot be copied.' }
  }
  if (image.owner !== caller.project.id) {
    if (memberOf(image, caller.project)?.status !== 'accepted') {
      return { code: 'IMG.0196', message: 'The shared image has not been accepted.' }
    }
    if (keyOf(image) !== undefined) {
      return { code: 'IMG.0197', message: 'A shared image that is encrypted cannot be copied.' }
    }
  }
  // Which code the cloud has for this is not published.
  if (imageBytes(image) > SIZE_MAX) {
    return { code: 'IMG.0105', message: 'An image above 128 GB cannot be copied.' }
  }
  return undefined
}

function keyOf(image: ImageRecord): string | undefined {
  const key = image.properties.__system__cmkid
  return typeof key === 'string' && key !== '' ? key : undefined
}

function copyKeyRefusal(image: ImageRecord, cmkId: string | undefined): Refusal | undefined {
  const original = keyOf(image)
  const unreadable = original === undefined ? undefined : originalKeyRefusal(original)
  if (unreadable) return unreadable
  if (cmkId === undefined || cmkId === '') return undefined
  if (original?.toLowerCase() === cmkId.toLowerCase()) {
    return { code: 'IMG.0096', message: 'The image is encrypted with that very key.' }
  }
  return keyRefusal({ cmkId, isBareMetal: image.properties.virtual_env_type === 'Ironic', isIso: false })
}

function copiesRefusal(world: World): Refusal | undefined {
  const now = world.clock.now()
  let running = 0
  for (const job of world.jobs.values()) {
    if (job.type === JOB_TYPE && isRunning(world, job, now)) running += 1
  }
  return running < COPIES_MAX
    ? undefined
    : { code: 'IMG.0060', message: `Already ${COPIES_MAX} images are being copied.` }
}

/** Tags, protection and sharing stay with the source; what the system is and needs goes along. Inferred. */
function copiedProperties(image: ImageRecord, asked: CopyRequest): Record<string, unknown> {
  const { __system__cmkid, ...properties } = image.properties
  const kept = Object.entries(properties).filter(([name]) => !name.startsWith('__x_'))
  const { __originalimagename } = properties
  const isFromPublic = typeof __originalimagename === 'string' && __originalimagename !== ''
  return {
    ...Object.fromEntries(kept),
    name: asked.name,
    __description: asked.description ?? '',
    enterprise_project_id: asked.enterprise_project_id ?? '0',
    tags: [],
    visibility: 'private',
    protected: false,
    __imagetype: 'private',
    __originalimagename: isFromPublic ? __originalimagename : '',
    __data_origin: `image,${image.id}`,
    ...(asked.cmk_id === undefined || asked.cmk_id === '' ? {} : { __system__cmkid: asked.cmk_id }),
  }
}
