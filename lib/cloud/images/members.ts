import 'server-only'
import { callCloud } from '../http.ts'
import { checkedImageId, checkedProjectId, listedMemberId } from '../ids.ts'
import type { ImsAccess } from '../ims.ts'
import { type ImsMember, imsMember, imsMemberList } from '../wire/ims.ts'

/*
 * Sharing by the native calls (ims.md 11), which IMS and Glance have alike and which answer at once; the extension's
 * calls answer with a job for the same thing.
 */

const members = ({ imsUrl }: ImsAccess, imageId: string) =>
  `${imsUrl}/v2/images/${checkedImageId(imageId)}/members`

/** The projects an image is shared with. A recipient sees itself alone. */
export async function listMembers(access: ImsAccess, imageId: string): Promise<ImsMember[]> {
  const { value } = await callCloud({
    service: 'IMS',
    method: 'GET',
    url: members(access, imageId),
    token: access.token,
    answer: imsMemberList,
  })
  return value.members
}

/** Shares an image with a project, which then has to accept it. */
export async function addMember(access: ImsAccess, imageId: string, memberId: string): Promise<ImsMember> {
  const { value } = await callCloud({
    service: 'IMS',
    method: 'POST',
    url: members(access, imageId),
    token: access.token,
    json: { member: checkedProjectId(memberId) },
    answer: imsMember,
  })
  return value
}

/** What the session's own project says to an image that another one shares to it. */
export async function answerMember(
  access: ImsAccess,
  imageId: string,
  status: 'accepted' | 'rejected',
): Promise<ImsMember> {
  const { value } = await callCloud({
    service: 'IMS',
    method: 'PUT',
    url: `${members(access, imageId)}/${checkedProjectId(access.projectId)}`,
    token: access.token,
    json: { status },
    answer: imsMember,
  })
  return value
}

/** @param memberId as `listMembers` gives it */
export async function removeMember(access: ImsAccess, imageId: string, memberId: string): Promise<void> {
  await callCloud({
    service: 'IMS',
    method: 'DELETE',
    url: `${members(access, imageId)}/${listedMemberId(memberId)}`,
    token: access.token,
  })
}
