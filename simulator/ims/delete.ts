import { mayManageImages } from '../iam/accounts.ts'
import type { World } from '../world.ts'
import { isBeingExported } from './export.ts'
import { findImage } from './find-image.ts'
import { jsonObject } from './json-body.ts'
import { type Result, refuse } from './refusal.ts'
import type { Caller } from './token-check.ts'

/**
 * `DELETE /v2/images/{image_id}` (ims.md 8): at once and for good, whoever it is shared with. The body may be
 * `{"delete_backup": true}`, which means something for full-ECS images only.
 */
export function deleteImage(world: World, caller: Caller, id: string, text: string): Result<undefined> {
  if (!mayManageImages(caller.user)) return refuse('IMG.0026', 'This user may not delete images.')
  const body = text.trim() === '' ? {} : jsonObject(text)
  if (!body || (body.delete_backup !== undefined && typeof body.delete_backup !== 'boolean')) {
    return refuse('IMG.0001', 'The body may be {"delete_backup": true|false}.')
  }
  const found = findImage(world, caller, id)
  if (!found.ok) return found
  const { image, status } = found.value
  if (image.kind === 'gold') return refuse('IMG.0094', 'A public image cannot be deleted.')
  if (image.owner !== caller.project.id) return refuse('IMG.0092', 'Only the owner may delete the image.')
  if (status === 'queued' || status === 'saving') {
    return refuse('IMG.0090', 'The image is still being created.')
  }
  if (image.properties.protected === true) return refuse('IMG.0028', 'The image is protected.')
  if (isBeingExported(world, id)) return refuse('IMG.0148', 'The image is being exported.')
  world.images.delete(id)
  if (image.first === true) world.deletedImages.add(id)
  world.changed()
  return { ok: true, value: undefined }
}
