import 'server-only'
import { callCloud } from '../http.ts'
import { checkedImageId, checkedProjectId } from '../ids.ts'
import type { ImsAccess } from '../ims.ts'

/**
 * Sets tags by `POST /v2/{project_id}/images/{image_id}/tags/action` (ims.md 10): a key that is there gets the new
 * value. An image has at most ten.
 */
export async function setImageTags(
  access: ImsAccess,
  imageId: string,
  tags: readonly { key: string; value: string }[],
): Promise<void> {
  await tagsAction(access, imageId, { action: 'create', tags })
}

/** The same call (ims.md 10): keys that are not there may be removed. */
export async function removeImageTags(
  access: ImsAccess,
  imageId: string,
  keys: readonly string[],
): Promise<void> {
  await tagsAction(access, imageId, { action: 'delete', tags: keys.map((key) => ({ key })) })
}

async function tagsAction(access: ImsAccess, imageId: string, json: object): Promise<void> {
  const url = `${access.imsUrl}/v2/${checkedProjectId(access.projectId)}/images/${checkedImageId(imageId)}/tags/action`
  await callCloud({ service: 'IMS', method: 'POST', url, token: access.token, json })
}
