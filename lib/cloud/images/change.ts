import 'server-only'
import type { ImageApi } from '../../config/image-apis.ts'
import { callCloud } from '../http.ts'
import { checkedImageId } from '../ids.ts'
import type { ImsAccess } from '../ims.ts'
import { type ImsImage, imsImage } from '../wire/ims.ts'
import { type ImageChange, NATIVE_PATCH, patchOf } from './patch.ts'

/**
 * Changes members of an image that is active: `PATCH /v2/cloudimages/{id}` (ims.md 7), or Glance's own call.
 *
 * @param now the image as it is, for what is absent cannot be removed
 * @returns the image as the service says it is from here on; without a call where it is so already
 */
export async function changeImage(
  access: ImsAccess,
  api: ImageApi,
  now: ImsImage,
  change: ImageChange,
): Promise<ImsImage> {
  const id = checkedImageId(now.id)
  const json = patchOf(api, now, change)
  // What is to go is gone already, and no service is documented to take an empty list.
  if (json.length === 0) return now
  const { value } = await callCloud({
    service: 'IMS',
    method: 'PATCH',
    token: access.token,
    ...(api === 'ims'
      ? { url: `${access.imsUrl}/v2/cloudimages/${id}` }
      : { url: `${access.imsUrl}/v2/images/${id}`, headers: { 'content-type': NATIVE_PATCH } }),
    json,
    answer: imsImage,
  })
  return value
}
