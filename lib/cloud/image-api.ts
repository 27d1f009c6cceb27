import 'server-only'
import * as z from 'zod/mini'
import type { ImageApi } from '../config/image-apis.ts'
import { once } from '../config/once-per-process.ts'
import { CloudError } from './errors.ts'
import { callCloud } from './http.ts'
import type { ImsAccess } from './ims.ts'

/** More services than any catalogue of regions names: only a bound on what a process keeps. */
const KEPT_MAX = 100
/** Pages wait for the answer once in a process's life, and do without it when it takes longer. */
const DEADLINE_MS = 5_000

const anyImages = z.object({ images: z.array(z.unknown()) })

type Known = { asking: Promise<ImageApi>; told: ImageApi | null }
const known = () => once('image-apis', () => new Map<string, Known>())

/**
 * Which image service answers at an address: as the catalogue of regions says, else by asking, once per address and
 * process. Who asks meanwhile waits for the same answer, and a failure is not kept. One that is about who asked is
 * nobody else's: whoever waited asks with their own token.
 * @throws CloudError when the service did not tell
 */
export async function imageApi(access: ImsAccess): Promise<ImageApi> {
  if (access.imageApi) return access.imageApi
  const found = known().get(access.imsUrl)
  if (!found) return startAsking(access)
  try {
    return await found.asking
  } catch (error) {
    if (isAboutAsker(error)) return imageApi(access)
    throw error
  }
}

const isAboutAsker = (error: unknown): boolean =>
  error instanceof CloudError && (error.status === 401 || error.status === 403)

function startAsking(access: ImsAccess): Promise<ImageApi> {
  const kept = known()
  const entry: Known = { asking: ask(access), told: null }
  const [oldest] = kept.keys()
  if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest)
  kept.set(access.imsUrl, entry)
  entry.asking.then(
    (told) => {
      entry.told = told
    },
    () => {
      if (kept.get(access.imsUrl) === entry) kept.delete(access.imsUrl)
    },
  )
  return entry.asking
}

/** An error under the name of the service that gave it: the calls are IMS's, and Glance has most of them alike. */
export function byItsName(error: CloudError, access: ImsAccess): CloudError {
  const api = access.imageApi ?? known().get(access.imsUrl)?.told
  return api === 'glance' && error.service === 'IMS' ? new CloudError({ ...error, service: 'Glance' }) : error
}

/**
 * The extension call tells them apart (ims.md 5). Glance has no such path: its answer is a 404 without a code, or, from its
 * version negotiation, a 300. So may be that of a broken gateway, so the native list has to answer as well.
 */
async function ask(access: ImsAccess): Promise<ImageApi> {
  try {
    await list(access, '/v2/cloudimages')
    return 'ims'
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    // The gateway or IMS itself: it is there, whatever it thinks of this call.
    if (/^(IMG|APIGW?)\./.test(error.code ?? '') && !error.tokenRefused) return 'ims'
    if (error.status !== 404 && error.status !== 300) throw error
  }
  await list(access, '/v2/images')
  return 'glance'
}

function list({ imsUrl, token }: ImsAccess, path: string) {
  return callCloud({
    service: 'IMS',
    method: 'GET',
    url: `${imsUrl}${path}?limit=1`,
    token,
    answer: anyImages,
    deadlineMs: DEADLINE_MS,
  })
}
