import { regionOfProject } from '../iam/accounts.ts'
import type { ImageRecord } from '../records.ts'
import type { World } from '../world.ts'
import { findImage, findOwnActiveImage, findOwnImage } from './find-image.ts'
import { hasRoomToShare, MEMBERS_MAX } from './image-usage.ts'
import { sharing } from './images.ts'
import { isDefaultKey } from './kms-keys.ts'
import { type Refusal, type Result, refuse } from './refusal.ts'
import type { Caller } from './token-check.ts'

/** An image that may be shared with these projects (ims.md 11, Rules); the first reason against decides. */
export function findShareable(
  world: World,
  caller: Caller,
  id: string,
  projects: readonly string[],
): Result<ImageRecord> {
  const seen = findImage(world, caller, id)
  if (seen.ok && seen.value.image.kind === 'gold')
    return refuse('IMG.0089', 'A public image cannot be shared.')
  const isGlance = world.options.profile === 'glance'
  const found = isGlance ? findOwnImage(world, caller, id) : findOwnActiveImage(world, caller, id)
  if (!found.ok) return found
  const { image } = found.value
  const { properties, members = [] } = image
  if (isGlance && sharing(image).visibility !== 'shared')
    return refuse('IMG.0089', 'Only shared images have members.')
  if (isDefaultKey(properties.__system__cmkid)) {
    return refuse('IMG.0098', 'An image encrypted with the default key cannot be shared.')
  }
  // Only those from CBR could be, and nothing here makes such images.
  if (properties.__whole_image === 'true') return refuse('IMG.0135', 'A full-ECS image cannot be shared.')
  for (const projectId of projects) {
    const refused = projectRefusal(world, caller, projectId)
    if (refused) return { ok: false, ...refused }
  }
  const all = new Set([...members.map((member) => member.projectId), ...projects])
  if (all.size > MEMBERS_MAX) {
    return refuse('IMG.0088', `An image is shared with at most ${MEMBERS_MAX} projects.`)
  }
  if (members.length === 0 && !hasRoomToShare(world, caller.project.id)) {
    return refuse('IMG.0088', 'The quota of shared images is used up.')
  }
  return { ok: true, value: image }
}

function projectRefusal(world: World, caller: Caller, projectId: string): Refusal | undefined {
  if (projectId === caller.project.id) {
    return { code: 'IMG.0076', message: 'An image cannot be shared with its own project.' }
  }
  const here = world.options.region
  const region = regionOfProject(projectId, here)
  if (region === undefined) {
    return { code: 'IMG.0108', message: `Project ${projectId} was not found in this region.` }
  }
  return region === here
    ? undefined
    : { code: 'IMG.0177', message: `Project ${projectId} lies in ${region}.` }
}
