import { mayManageImages } from '../iam/accounts.ts'
import type { ImageRecord } from '../records.ts'
import type { World } from '../world.ts'
import { isVisible } from './image-list.ts'
import { standingOf } from './images.ts'
import { type Result, refuse } from './refusal.ts'
import type { Caller } from './token-check.ts'

export type FoundImage = { image: ImageRecord; status: string }

/** The image of that id when the caller's project sees it: its own, a public one, one shared with it. */
export function findImage(world: World, caller: Caller, id: string): Result<FoundImage> {
  const image = world.images.get(id)
  const isSeen = image !== undefined && isVisible(image, caller.project)
  const standing = isSeen ? standingOf(world, image, world.clock.now()) : undefined
  if (!isSeen || !standing) return refuse('IMG.0027', `No image found with ID ${id}`)
  return { ok: true, value: { image, status: standing.status } }
}

/**
 * The caller's own image, for a change: without the right it is IMG.0026, of another project IMG.0047. Which of
 * several reasons the cloud names first is not published.
 */
export function findOwnImage(world: World, caller: Caller, id: string): Result<FoundImage> {
  if (!mayManageImages(caller.user)) return refuse('IMG.0026', 'This user may not change images.')
  const found = findImage(world, caller, id)
  if (found.ok && found.value.image.owner !== caller.project.id) {
    return refuse('IMG.0047', 'Only the owner of the image may do this.')
  }
  return found
}

/** The caller's own image once it is finished; IMG.0046 in any other state. */
export function findOwnActiveImage(world: World, caller: Caller, id: string): Result<FoundImage> {
  const found = findOwnImage(world, caller, id)
  if (found.ok && found.value.status !== 'active') {
    return refuse('IMG.0046', `The image is ${found.value.status}, not active.`)
  }
  return found
}
