import 'server-only'
import { callCloud } from '../http.ts'
import { checkedImageId, checkedProjectId } from '../ids.ts'
import type { ImsAccess } from '../ims.ts'

/**
 * Sets and removes tags by `POST /v2/{project_id}/images/{image_id}/tags/action` (ims.md 10): a key that is there gets
 * the new value, one that is not there may be removed. Two calls where both are wanted, removals first, for an image
 * has at most ten tags.
 *
 * @param remove keys
 */
export async function changeImageTags(
  access: ImsAccess,
  imageId: string,
  { set, remove }: { set: readonly { key: string; value: string }[]; remove: readonly string[] },
): Promise<void> {
  const url = `${access.imsUrl}/v2/${checkedProjectId(access.projectId)}/images/${checkedImageId(imageId)}/tags/action`
  const call = { service: 'IMS', method: 'POST', url, token: access.token } as const
  if (remove.length > 0)
    await callCloud({ ...call, json: { action: 'delete', tags: remove.map((key) => ({ key })) } })
  if (set.length > 0) await callCloud({ ...call, json: { action: 'create', tags: set } })
}
