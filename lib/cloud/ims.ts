import 'server-only'
import type { ImageApi } from '../config/image-apis.ts'
import type { CloudError } from './errors.ts'
import { type CloudAnswer, callCloud } from './http.ts'
import { checkedImageId, checkedJobId, checkedProjectId } from './ids.ts'
import { toWire as derivationToWire } from './ims-derivation.ts'
import { toWire as importToWire } from './ims-import.ts'
import type { JobRequest } from './job-request.ts'
import {
  type ImsImage,
  type ImsJob,
  imsImage,
  imsImageList,
  imsJob,
  imsQuota,
  jobAccepted,
} from './wire/ims.ts'

/** What a call to IMS needs: the service's address and a token of the project. */
export type ImsAccess = {
  imsUrl: string
  token: string
  projectId: string
  /** What the catalogue of regions says of the service; without it the service is asked (image-api.ts). */
  imageApi?: ImageApi | null
}

/**
 * Starts an import, an export or a copy (ims.md 1 to 3, 13). IMS has no request id of the client's: a repeated call makes a second job, so
 * this is sent once and never repeated.
 * @returns IMS's job id, how long the answer took in milliseconds, and the answer as it came
 */
export async function startJob(
  access: ImsAccess,
  request: JobRequest,
): Promise<{ imsJobId: string; tookMs: number } & Omit<CloudAnswer<unknown>, 'value' | 'headers'>> {
  const { path, body } =
    request.kind === 'export' || request.kind === 'copy' ? derivationToWire(request) : importToWire(request)
  const startedMs = performance.now()
  const { value, status, requestId, raw } = await callCloud({
    service: 'IMS',
    method: 'POST',
    url: `${access.imsUrl}${path}`,
    token: access.token,
    json: body,
    answer: jobAccepted,
  })
  const tookMs = Math.round(performance.now() - startedMs)
  return { imsJobId: value.job_id, tookMs, status, requestId, raw }
}

/** `GET /v1/{project_id}/jobs/{job_id}` (ims.md 4). */
export function readImsJob(access: ImsAccess, imsJobId: string): Promise<CloudAnswer<ImsJob>> {
  return callCloud({
    service: 'IMS',
    method: 'GET',
    url: `${access.imsUrl}/v1/${checkedProjectId(access.projectId)}/jobs/${checkedJobId(imsJobId)}`,
    token: access.token,
    answer: imsJob,
  })
}

/** `GET /v2/images/{id}`: the bare image with the properties only the native call has (ims.md 6). */
export function readImsImage(access: ImsAccess, imageId: string): Promise<CloudAnswer<ImsImage>> {
  return callCloud({
    service: 'IMS',
    method: 'GET',
    url: `${access.imsUrl}/v2/images/${checkedImageId(imageId)}`,
    token: access.token,
    answer: imsImage,
  })
}

/**
 * An unknown image is a 404, or IMG.0027, IMG.0086 or IMG.0144 with status 400: accept all (ims.md 0). A 404 of the
 * gateway is about the path: the image may well be there.
 */
export const isMissingImage = ({ status, code, byGateway }: CloudError): boolean =>
  (status === 404 && !byGateway) || ['IMG.0027', 'IMG.0086', 'IMG.0144'].includes(code ?? '')

/**
 * One page of `GET /v2/cloudimages` (ims.md 5), newest first. The project's own images are those it owns; the
 * filter `visibility=private` would leave out the ones it shares.
 */
export async function listImsImages(
  access: ImsAccess,
  filter: { limit: number; name?: string; createdSince?: Date },
): Promise<ImsImage[]> {
  const query = new URLSearchParams({
    owner: access.projectId,
    sort_key: 'created_at',
    sort_dir: 'desc',
    limit: String(filter.limit),
  })
  if (filter.name) query.set('name', filter.name)
  if (filter.createdSince)
    query.set('created_at', `gte:${filter.createdSince.toISOString().replace(/\.\d+Z$/, 'Z')}`)
  const { value } = await callCloud({
    service: 'IMS',
    method: 'GET',
    url: `${access.imsUrl}/v2/cloudimages?${query}`,
    token: access.token,
    answer: imsImageList,
  })
  return value.images
}

/** The quota of private images (ims.md 13); null when the answer names none. */
export async function readImageQuota(access: ImsAccess): Promise<{ used: number; quota: number } | null> {
  const { value } = await callCloud({
    service: 'IMS',
    method: 'GET',
    url: `${access.imsUrl}/v1/cloudimages/quota`,
    token: access.token,
    answer: imsQuota,
  })
  const ofImages = value.quotas.resources.find(({ type }) => type === 'image')
  return ofImages ? { used: ofImages.used, quota: ofImages.quota } : null
}
