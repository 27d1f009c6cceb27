import 'server-only'
import * as z from 'zod/mini'
import { CloudError } from '../cloud/errors.ts'
import { explain } from '../cloud/explain.ts'
import type { ProblemBody } from '../cloud/explained-error.ts'
import { headBucket, listBuckets, listObjects } from '../cloud/obs/buckets.ts'
import type { ObsAccess } from '../cloud/obs/client.ts'
import { BUCKET_NAME, BUCKET_NAME_FORBIDDEN, OBJECT_KEY_MAX_BYTES } from '../cloud/rules.ts'
import { once } from '../config/once-per-process.ts'
import type { Result } from '../result.ts'
import type { ActiveSession } from '../session/current.ts'
import { withObsKeys } from '../session/obs-keys.ts'
import type { BucketListView, ObjectListView } from './view.ts'

type Read<T> = Promise<Result<T, ProblemBody>>

/** The account's buckets. Whoever may not list them gets `forbidden`, and may still open one by its name. */
export function readBuckets(session: ActiveSession, signal?: AbortSignal): Read<BucketListView> {
  return answered(session, async (access) => {
    const listed = await listBuckets(access, signal ? { signal } : {})
    const regions = await regionsOf(
      access,
      listed.filter(({ region }) => region === null).map(({ name }) => name),
      signal,
    )
    return {
      buckets: listed
        .map(({ name, createdAt, region }) => ({
          name,
          createdAt,
          region: region ?? regions.get(name) ?? null,
        }))
        .sort((one, other) => one.name.localeCompare(other.name, 'en')),
    }
  })
}

/** A bucket never moves, so its region is asked once for each process. */
const knownRegions = () => once('bucket-regions', () => new Map<string, string>())
const KNOWN_MAX = 10_000
/** Several at once, and few enough that OBS does not ask to slow down; an account has at most 100 buckets (obs.md 2). */
const HEADS_AT_ONCE = 8
/** The list is worth more than the regions in it: what is not told by then stays unknown. */
const REGIONS_DEADLINE_MS = 3_000

/** The S3 dialect lists no regions (obs.md 3): a HEAD tells one. */
async function regionsOf(
  access: ObsAccess,
  names: string[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, string>> {
  const known = knownRegions()
  const deadline = AbortSignal.timeout(REGIONS_DEADLINE_MS)
  const choices = { signal: signal ? AbortSignal.any([signal, deadline]) : deadline }
  const waiting = names.filter((name) => !known.has(name))
  const ask = async () => {
    for (let name = waiting.shift(); name !== undefined && !choices.signal.aborted; name = waiting.shift()) {
      const region = await regionOf(access, name, choices)
      if (known.size >= KNOWN_MAX) known.clear()
      if (region !== null) known.set(name, region)
    }
  }
  await Promise.all(Array.from({ length: HEADS_AT_ONCE }, ask))
  return known
}

async function regionOf(
  access: ObsAccess,
  name: string,
  choices: { signal: AbortSignal },
): Promise<string | null> {
  try {
    return (await headBucket(access, name, choices)).region
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return null
  }
}

export const objectsQuery = z.object({
  bucket: z.string().check(
    z.regex(BUCKET_NAME),
    z.refine((name) => !BUCKET_NAME_FORBIDDEN.test(name)),
  ),
  prefix: z._default(z.string().check(z.maxLength(OBJECT_KEY_MAX_BYTES)), ''),
  after: z.optional(z.string().check(z.minLength(1), z.maxLength(OBJECT_KEY_MAX_BYTES))),
})
type ObjectsQuery = z.infer<typeof objectsQuery>

/** A page of the folder `prefix` of a bucket, the top for an empty one. */
export function readObjects(
  session: ActiveSession,
  { bucket, prefix, after }: ObjectsQuery,
  signal?: AbortSignal,
): Read<ObjectListView> {
  return answered(session, async (access) => {
    const page = { bucket, prefix, after: after ?? null, byFolder: true }
    const { folders, objects, next } = await listObjects(access, page, signal ? { signal } : {})
    return {
      folders,
      // A folder may have an empty object of its own name (obs.md 2).
      files: objects
        .filter(({ key, sizeBytes }) => !(sizeBytes === 0 && (key === prefix || key.endsWith('/'))))
        .map(({ key, sizeBytes, changedAt, storageClass }) => ({ key, sizeBytes, changedAt, storageClass })),
      next,
    }
  })
}

/** @throws CloudError when IAM refuses the session's token: its caller ends the session. */
async function answered<T>(session: ActiveSession, read: (access: ObsAccess) => Promise<T>): Read<T> {
  try {
    return { ok: true, value: await withObsKeys(session, read) }
  } catch (error) {
    if (!(error instanceof CloudError) || error.tokenRefused) throw error
    return { ok: false, error: { problem: problemOf(error), error: explain(error, Date.now()) } }
  }
}

/** A bucket of another region was asked for at the wrong place, and will be there tomorrow too: not worth a retry. */
function problemOf({ status, code }: CloudError): ProblemBody['problem'] {
  if (status === 403) return 'forbidden'
  if (code === 'PermanentRedirect') return 'bad-request'
  return status === 404 ? 'not-found' : 'upstream'
}
