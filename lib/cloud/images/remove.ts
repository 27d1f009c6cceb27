import 'server-only'
import { callCloud } from '../http.ts'
import { checkedImageId } from '../ids.ts'
import type { ImsAccess } from '../ims.ts'

/** `DELETE /v2/images/{id}` (ims.md 8), final. What refuses it: protection, an owner elsewhere, an image in the making. */
export async function removeImage(access: ImsAccess, imageId: string): Promise<void> {
  await callCloud({
    service: 'IMS',
    method: 'DELETE',
    url: `${access.imsUrl}/v2/images/${checkedImageId(imageId)}`,
    token: access.token,
  })
}
