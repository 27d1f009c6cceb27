import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import type { ProblemBody } from '../cloud/explained-error.ts'
import { imageApi } from '../cloud/image-api.ts'
import { changeImage } from '../cloud/images/change.ts'
import { addMember, answerMember, listMembers, removeMember } from '../cloud/images/members.ts'
import { readImsImage } from '../cloud/ims.ts'
import type { ImsMember } from '../cloud/wire/ims.ts'
import type { Result } from '../result.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type FreshImage, refuseField } from './act.ts'
import type { Acted } from './acting.ts'
import { moment } from './model.ts'
import { answered } from './read.ts'
import { isMadeSharedFirst, whyForAll } from './share-rules.ts'
import type { MemberList } from './view.ts'

/** The projects an image is shared with, the latest first; of another project's image only this one itself. */
export function readMembers(
  db: Store,
  session: ActiveSession,
  imageId: string,
): Promise<Result<MemberList, ProblemBody>> {
  return answered(db, session, 'read-image', async () => {
    const members = (await canHaveMembers(session, imageId)) ? await listMembers(session.ims, imageId) : []
    return {
      members: members.map(toMember).sort((one, other) => (other.since ?? 0) - (one.since ?? 0)),
      readAt: Date.now(),
    }
  })
}

/** Glance refuses to list the members of an image that it does not share, instead of saying that there are none. */
async function canHaveMembers({ ims }: ActiveSession, imageId: string): Promise<boolean> {
  if ((await imageApi(ims)) === 'ims') return true
  return (await readImsImage(ims, imageId)).value.visibility === 'shared'
}

function toMember(member: ImsMember): MemberList['members'][number] {
  return {
    projectId: member.member_id,
    status: member.status.toLowerCase(),
    since: moment(member.created_at),
    answeredAt: moment(member.updated_at),
  }
}

/** Shares an image with a project of the same region, which then has to accept it (ims.md 11). */
export async function shareImage(
  session: ActiveSession,
  { wire }: FreshImage,
  memberId: string,
): Promise<Acted> {
  if (memberId === session.project.id)
    return refuseField('memberId', 'This is your own project. Enter the id of another one.')
  const forAll = whyForAll(wire)
  if (forAll !== null) return refuseField('memberId', forAll)
  try {
    const api = await imageApi(session.ims)
    if (isMadeSharedFirst(api, wire)) await changeImage(session.ims, api, wire, { visibility: 'shared' })
    await addMember(session.ims, wire.id, memberId)
    return { ok: true, value: null }
  } catch (error) {
    const refusal = refusedMember(error)
    if (!refusal) throw error
    return refuseField('memberId', refusal)
  }
}

/** What belongs to the project that was typed, not to the image (ims.md 11). */
function refusedMember(error: unknown): string | null {
  if (!(error instanceof CloudError)) return null
  if (error.code === 'IMG.0108')
    return 'IMS knows no project with this id in this region. Ask the other side for it.'
  if (error.code === 'IMG.0177')
    return 'This project is in another region. Images are shared within a region only.'
  return saysOfMember(error, 409, 'IMG.0112') ? 'The image is shared with this project already.' : null
}

/** A native call answers as Glance does, with a status alone, or in JSON with IMS's code beside it (ims.md 0). */
const saysOfMember = (error: CloudError, status: number, code: string) =>
  error.status === status && (error.code === null || error.code === code)

/** Ends the sharing with a project; one that is no member any more is what was wanted. */
export async function stopSharing(
  session: ActiveSession,
  { wire }: FreshImage,
  memberId: string,
): Promise<Acted> {
  try {
    await removeMember(session.ims, wire.id, memberId)
  } catch (error) {
    if (!(error instanceof CloudError && saysOfMember(error, 404, 'IMG.0114'))) throw error
  }
  return { ok: true, value: null }
}

/** What this project says to an image that another one shares to it; it may say otherwise later (ims.md 11). */
export async function answerShare(
  session: ActiveSession,
  { wire }: FreshImage,
  answer: 'accepted' | 'rejected',
): Promise<Acted> {
  await answerMember(session.ims, wire.id, answer)
  return { ok: true, value: null }
}
