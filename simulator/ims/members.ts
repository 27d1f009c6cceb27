import * as z from 'zod/mini'
import { inSeconds } from '../clock.ts'
import { mayManageImages } from '../iam/accounts.ts'
import type { ImageRecord, MemberRecord } from '../records.ts'
import type { World } from '../world.ts'
import { findImage, findOwnImage } from './find-image.ts'
import { memberOf } from './image-list.ts'
import { changeMembers, sharing } from './images.ts'
import { bodyOf } from './json-body.ts'
import { withMembers } from './member-effects.ts'
import { type Refusal, refuse } from './refusal.ts'
import { findShareable } from './share-rules.ts'
import type { Caller } from './token-check.ts'

/** A refusal with the status it has whatever the profile; without one, its code's. */
export type MemberRefusal = { ok: false; status?: 403 | 404 | 409 } & Refusal
type MemberResult<T> = { ok: true; value: T } | MemberRefusal

/** A member object (ims.md 11). */
export function memberView(imageId: string, member: MemberRecord) {
  return {
    image_id: imageId,
    member_id: member.projectId,
    status: member.status,
    created_at: inSeconds(member.createdAtMs),
    updated_at: inSeconds(member.updatedAtMs),
    schema: '/v2/schemas/member',
  }
}

const addRequest = z.object({ member: z.string() })

/** `POST /v2/images/{id}/members`: adds one project, at once; one that is there already is a conflict. */
export function addMember(
  world: World,
  caller: Caller,
  id: string,
  text: string,
): MemberResult<MemberRecord> {
  const body = bodyOf(text, addRequest, '{"member": project id}')
  if (!body.ok) return body
  const projectId = body.value.member
  const found = findShareable(world, caller, id, [projectId])
  if (!found.ok) return found
  const image = found.value
  if (image.members?.some((member) => member.projectId === projectId)) {
    return { ...refuse('IMG.0112', `${projectId} is a member of the image already.`), status: 409 }
  }
  const now = world.clock.now()
  const changed = changeMembers(world, image, withMembers(image.members ?? [], [projectId], now))
  return memberNamed(changed, projectId)
}

/** `GET /v2/images/{id}/members`: all for the owner, for a member itself alone (as Glance, inferred). */
export function listMembers(world: World, caller: Caller, id: string): MemberResult<MemberRecord[]> {
  const found = findImage(world, caller, id)
  if (!found.ok) return found
  const { image } = found.value
  if (image.kind === 'gold') return { ...refuse('IMG.0089', 'A public image has no members.'), status: 403 }
  if (world.options.profile === 'glance' && sharing(image).visibility !== 'shared')
    return { ...refuse('IMG.0089', 'Only shared images have members.'), status: 403 }
  if (image.owner === caller.project.id) return { ok: true, value: image.members ?? [] }
  const own = memberOf(image, caller.project)
  return { ok: true, value: own ? [own] : [] }
}

/** `GET /v2/images/{id}/members/{member_id}`. */
export function getMember(
  world: World,
  caller: Caller,
  id: string,
  projectId: string,
): MemberResult<MemberRecord> {
  const members = listMembers(world, caller, id)
  if (!members.ok) return members
  const member = members.value.find((each) => each.projectId === projectId)
  return member ? { ok: true, value: member } : noMember(projectId)
}

const setRequest = z.object({ status: z.enum(['accepted', 'rejected']), vault_id: z.optional(z.string()) })

/** `PUT /v2/images/{id}/members/{member_id}`: only the member itself says whether it takes the image. */
export function setMember(
  world: World,
  caller: Caller,
  id: string,
  projectId: string,
  text: string,
): MemberResult<MemberRecord> {
  const body = bodyOf(text, setRequest, '{"status": "accepted"|"rejected"}')
  if (!body.ok) return body
  if (!mayManageImages(caller.user)) return refuse('IMG.0026', 'This user may not accept images.')
  const member = getMember(world, caller, id, projectId)
  if (!member.ok) return member
  if (projectId !== caller.project.id) {
    return { ...refuse('IMG.0047', 'Only the member may accept or reject.'), status: 403 }
  }
  const found = findImage(world, caller, id)
  if (!found.ok) return found
  const now = world.clock.now()
  const { image } = found.value
  const members = (image.members ?? []).map((each) =>
    each.projectId === projectId ? { ...each, status: body.value.status, updatedAtMs: now } : each,
  )
  return memberNamed(changeMembers(world, image, members), projectId)
}

/** `DELETE /v2/images/{id}/members/{member_id}`: by the owner. */
export function removeMember(
  world: World,
  caller: Caller,
  id: string,
  projectId: string,
): MemberResult<undefined> {
  const found = findOwnImage(world, caller, id)
  if (!found.ok) return found
  const { image } = found.value
  const members = image.members ?? []
  if (!members.some((member) => member.projectId === projectId)) return noMember(projectId)
  changeMembers(
    world,
    image,
    members.filter((member) => member.projectId !== projectId),
  )
  return { ok: true, value: undefined }
}

function memberNamed(image: ImageRecord, projectId: string): MemberResult<MemberRecord> {
  const member = image.members?.find((each) => each.projectId === projectId)
  return member ? { ok: true, value: member } : noMember(projectId)
}

function noMember(projectId: string): MemberRefusal {
  return { ...refuse('IMG.0114', `${projectId} is no member of the image.`), status: 404 }
}
