import type { Effect, ImageRecord, JobRecord, MemberRecord, MemberResult } from '../records.ts'
import type { World } from '../world.ts'
import { changeMembers, standingOf } from './images.ts'

type MemberEffect = Exclude<Effect, { kind: 'export' }>

/**
 * Changes whom images are shared with, at the end of such a job. An image that is gone by then counts as failed;
 * the job fails only when nothing could be done (IMG.0112, IMG.0113, inferred).
 */
export function applyToMembers(world: World, effect: MemberEffect, atMs: number): Partial<JobRecord> {
  const projects = effect.kind === 'set-member' ? [effect.projectId] : effect.projects
  const results: MemberResult[] = []
  for (const image_id of effect.images) {
    const image = world.images.get(image_id)
    const isThere = image !== undefined && standingOf(world, image, atMs) !== undefined
    if (isThere) changeMembers(world, image, membersAfter(image, effect, atMs))
    const status = isThere ? 'success' : 'failed'
    results.push(...projects.map((project_id) => ({ image_id, project_id, status })))
  }
  if (results.every((result) => result.status === 'failed')) {
    const code = effect.kind === 'remove-members' ? 'IMG.0113' : 'IMG.0112'
    return { outcome: { kind: 'failure', code, reason: 'None of the images is there any more.' } }
  }
  // The documented example of ending has no results (ims.md 4).
  return { results: effect.kind === 'remove-members' ? [] : results }
}

function membersAfter(image: ImageRecord, effect: MemberEffect, atMs: number): MemberRecord[] {
  const members = image.members ?? []
  switch (effect.kind) {
    case 'add-members':
      return withMembers(members, effect.projects, atMs)
    case 'remove-members':
      return members.filter((member) => !effect.projects.includes(member.projectId))
    case 'set-member':
      return members.map((member) =>
        member.projectId === effect.projectId
          ? { ...member, status: effect.status, updatedAtMs: atMs }
          : member,
      )
  }
}

/** The members with some more, who begin as pending; one that is there stays as it is. */
export function withMembers(
  members: readonly MemberRecord[],
  projects: readonly string[],
  atMs: number,
): MemberRecord[] {
  const added = projects
    .filter((projectId) => !members.some((member) => member.projectId === projectId))
    .map((projectId) => ({ projectId, status: 'pending' as const, createdAtMs: atMs, updatedAtMs: atMs }))
  return [...members, ...added]
}
