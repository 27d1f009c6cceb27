import 'server-only'
import type { ImageApi } from '../../config/image-apis.ts'
import { CloudError } from '../errors.ts'
import { callCloud } from '../http.ts'
import type { ImsAccess } from '../ims.ts'
import { type ImsImage, imsImageList, nativeImageList } from '../wire/ims.ts'
import type { ImageScope } from './scopes.ts'

export type ImagePage = {
  images: ImsImage[]
  /** Where the next page begins: the id of the last image of this one. Null at the end. */
  next: string | null
}

/**
 * One page of a list of images, the newest first (ims.md 5, 6). IMS gives neither a total nor a link: a full page is
 * taken to have another one behind it. Glance names the next page.
 *
 * @param after the last image of the page before; one that is gone since makes both services refuse, with IMG.0027 here
 * @param limit 1 to IMAGE_PAGE_MAX of scopes.ts
 */
export async function listImagePage(
  access: ImsAccess,
  api: ImageApi,
  { scope, after, limit }: { scope: ImageScope; after: string | null; limit: number },
): Promise<ImagePage> {
  const query = new URLSearchParams({
    ...(api === 'ims' ? imsFilter(access, scope) : glanceFilter(access, scope)),
    sort_key: 'created_at',
    sort_dir: 'desc',
    limit: String(limit),
    ...(after ? { marker: after } : {}),
  })
  const call = { service: 'IMS', method: 'GET', token: access.token } as const
  if (api === 'ims') {
    const { value } = await callCloud({
      ...call,
      url: `${access.imsUrl}/v2/cloudimages?${query}`,
      answer: imsImageList,
    })
    return pageOf(value.images, value.images.length >= limit)
  }
  const { value } = await callCloud({
    ...call,
    url: `${access.imsUrl}/v2/images?${query}`,
    answer: nativeImageList,
  }).catch((error: unknown) => {
    throw after !== null && isBareRefusal(error) ? new CloudError({ ...error, code: 'IMG.0027' }) : error
  })
  return pageOf(value.images, Boolean(value.next))
}

/**
 * Glance has no code and no status of its own for a marker that is gone, and all else of the question is the same as
 * that of the first page, which it answered.
 */
function isBareRefusal(error: unknown): error is CloudError {
  return error instanceof CloudError && error.status === 400 && error.code === null
}

function pageOf(images: ImsImage[], hasMore: boolean): ImagePage {
  return { images, next: hasMore ? (images.at(-1)?.id ?? null) : null }
}

/** The usual questions of ims.md 5. `visibility=private` would leave out the project's own images that it shares. */
function imsFilter({ projectId }: ImsAccess, scope: ImageScope): Record<string, string> {
  if (scope === 'own') return { owner: projectId }
  if (scope === 'public') return { __imagetype: 'gold', visibility: 'public', protected: 'true' }
  return { __imagetype: 'shared', visibility: 'shared', member_status: scope }
}

function glanceFilter({ projectId }: ImsAccess, scope: ImageScope): Record<string, string> {
  if (scope === 'own') return { owner: projectId }
  if (scope === 'public') return { visibility: 'public' }
  return { visibility: 'shared', member_status: scope }
}
