import * as z from 'zod/mini'
import { mayManageImages } from '../iam/accounts.ts'
import type { Effect } from '../records.ts'
import type { World } from '../world.ts'
import { sharingWorkMs } from './durations.ts'
import { findImage, findOwnImage } from './find-image.ts'
import { memberOf } from './image-list.ts'
import { startJob } from './jobs.ts'
import { bodyOf } from './json-body.ts'
import { type Result, refuse } from './refusal.ts'
import { findShareable } from './share-rules.ts'
import type { Caller } from './token-check.ts'

const ids = z.array(z.string()).check(z.minLength(1))
const sharing = z.object({ images: ids, projects: ids })
const answering = z.object({
  images: ids,
  project_id: z.string(),
  status: z.enum(['accepted', 'rejected']),
  vault_id: z.optional(z.string()),
})

/**
 * `POST /v1/cloudimages/members` (ims.md 11): all images with all projects, by a job. What can be known is checked
 * at once, and one image that may not be shared refuses the whole call (inferred).
 */
export function shareImages(world: World, caller: Caller, text: string): Result<string> {
  const body = bodyOf(text, sharing, '{"images": [ids], "projects": [ids]}')
  if (!body.ok) return body
  const images = distinct(body.value.images)
  const projects = distinct(body.value.projects)
  for (const id of images) {
    const found = findShareable(world, caller, id, projects)
    if (!found.ok) return found
  }
  return started(world, caller, 'imsAddImageMembersJob', { kind: 'add-members', images, projects })
}

/** `DELETE /v1/cloudimages/members` (ims.md 11): ends the sharing; a project that is no member does not matter. */
export function unshareImages(world: World, caller: Caller, text: string): Result<string> {
  const body = bodyOf(text, sharing, '{"images": [ids], "projects": [ids]}')
  if (!body.ok) return body
  const images = distinct(body.value.images)
  for (const id of images) {
    const found = findOwnImage(world, caller, id)
    if (!found.ok) return found
  }
  const projects = distinct(body.value.projects)
  return started(world, caller, 'imsDelImageMembersJob', { kind: 'remove-members', images, projects })
}

/** `PUT /v1/cloudimages/members` (ims.md 11): the recipient accepts or rejects, as often as it likes. */
export function answerSharing(world: World, caller: Caller, text: string): Result<string> {
  if (!mayManageImages(caller.user)) return refuse('IMG.0026', 'This user may not accept images.')
  const body = bodyOf(text, answering, '{"images": [ids], "project_id", "status": "accepted"|"rejected"}')
  if (!body.ok) return body
  const { project_id: projectId, status } = body.value
  if (projectId !== caller.project.id)
    return refuse('IMG.0067', 'project_id must be the project of the token.')
  const images = distinct(body.value.images)
  for (const id of images) {
    const found = findImage(world, caller, id)
    if (!found.ok) return found
    if (!memberOf(found.value.image, caller.project)) {
      return refuse('IMG.0027', `Image ${id} is not shared with this project.`)
    }
  }
  return started(world, caller, 'imsUpdateImageMembersJob', { kind: 'set-member', images, projectId, status })
}

function distinct(values: string[]): string[] {
  return [...new Set(values)]
}

function started(world: World, caller: Caller, type: string, effect: Effect): Result<string> {
  const job = startJob(world, {
    type,
    projectId: caller.project.id,
    imageId: '',
    imageName: '',
    wholeWorkMs: sharingWorkMs,
    verdict: { ok: true },
    effect,
  })
  world.changed()
  return { ok: true, value: job.id }
}
