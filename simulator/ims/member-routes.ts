import type { HttpContext } from '../control/gate.ts'
import type { World } from '../world.ts'
import { imsError, nativeError, nativeRefusal } from './errors.ts'
import {
  addMember,
  getMember,
  listMembers,
  type MemberRefusal,
  memberView,
  removeMember,
  setMember,
} from './members.ts'
import type { Result } from './refusal.ts'
import type { On } from './route.ts'
import { answerSharing, shareImages, unshareImages } from './share-jobs.ts'

/** The calls for sharing (ims.md 11): by jobs in the extension, at once in the native form. */
export function memberRoutes(world: World, on: On): void {
  const accepted = (job: Result<string>) =>
    job.ok ? Response.json({ job_id: job.value }) : imsError(job.code, job.message)
  on('POST', '/v1/cloudimages/members', async (c, caller) =>
    accepted(shareImages(world, caller, await c.req.text())),
  )
  on('PUT', '/v1/cloudimages/members', async (c, caller) =>
    accepted(answerSharing(world, caller, await c.req.text())),
  )
  on('DELETE', '/v1/cloudimages/members', async (c, caller) =>
    accepted(unshareImages(world, caller, await c.req.text())),
  )

  const refused = (refusal: MemberRefusal) =>
    refusal.status === undefined
      ? nativeRefusal(world, refusal)
      : nativeError(world, refusal.status, refusal.code, refusal.message)
  const ids = (c: HttpContext) => [c.req.param('image_id') ?? '', c.req.param('member_id') ?? ''] as const

  on('GET', '/v2/images/{image_id}/members', (c, caller) => {
    const [id] = ids(c)
    const members = listMembers(world, caller, id)
    if (!members.ok) return refused(members)
    return Response.json({
      members: members.value.map((member) => memberView(id, member)),
      schema: '/v2/schemas/members',
    })
  })
  on('POST', '/v2/images/{image_id}/members', async (c, caller) => {
    const [id] = ids(c)
    const member = addMember(world, caller, id, await c.req.text())
    return member.ok ? Response.json(memberView(id, member.value)) : refused(member)
  })
  on('GET', '/v2/images/{image_id}/members/{member_id}', (c, caller) => {
    const [id, projectId] = ids(c)
    const member = getMember(world, caller, id, projectId)
    return member.ok ? Response.json(memberView(id, member.value)) : refused(member)
  })
  on('PUT', '/v2/images/{image_id}/members/{member_id}', async (c, caller) => {
    const [id, projectId] = ids(c)
    const member = setMember(world, caller, id, projectId, await c.req.text())
    return member.ok ? Response.json(memberView(id, member.value)) : refused(member)
  })
  on('DELETE', '/v2/images/{image_id}/members/{member_id}', (c, caller) => {
    const [id, projectId] = ids(c)
    const removed = removeMember(world, caller, id, projectId)
    return removed.ok ? new Response(null, { status: 204 }) : refused(removed)
  })
}
