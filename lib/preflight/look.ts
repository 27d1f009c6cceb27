import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import { type BucketFacts, headBucket, listBuckets, listObjects } from '../cloud/obs/buckets.ts'
import type { ObsAccess } from '../cloud/obs/client.ts'
import { headObject, type ObjectFacts, type ObjectName } from '../cloud/obs/objects.ts'
import { keysRefused } from '../cloud/obs/refused-keys.ts'
import type { Finding } from '../disk-image/findings/finding.ts'
import { unknown } from '../disk-image/findings/said.ts'
import type { Result } from '../result.ts'
import {
  bucketClassFinding,
  bucketElsewhere,
  bucketFindings,
  noSuchBucket,
  refusedBucket,
} from './bucket-findings.ts'
import { failedRead } from './failed-read.ts'
import {
  encryptionFindings,
  noSuchFile,
  objectClassFindings,
  refusedFile,
  standardThroughout,
  undescribedFile,
} from './object-findings.ts'

/** What bucket and object say without a byte of the file. */
export type Look = {
  /** Null: the file cannot be read from here, and the findings say why. */
  readable: ObjectFacts | null
  /** What is known of the object, although it cannot be read; null when nothing is. */
  listed: Pick<ObjectFacts, 'sizeBytes' | 'etag' | 'changedAt' | 'storageClass'> | null
  findings: Finding[]
}

type Asking = { access: ObsAccess; file: ObjectName; signal: AbortSignal; deadlineMs: number }

/** @throws CloudError only when the keys are refused: they are renewed, and the look begins again. */
export async function look(asking: Asking): Promise<Look> {
  const { access, file, ...choices } = asking
  const [bucket, object] = await Promise.all([
    settled(headBucket(access, file.bucket, choices)),
    settled(headObject(access, file, choices)),
  ])
  const place = { bucket: file.bucket, regionName: access.regionName }
  const nothing = (finding: Finding): Look => ({ readable: null, listed: null, findings: [finding] })

  if (bucket.ok) {
    if (bucket.value.isElsewhere) return nothing(bucketElsewhere(place, bucket.value.region))
  } else if (bucket.error.status === 404) return nothing(noSuchBucket(file.bucket))
  else if (!object.ok && bucket.error.status === 403)
    return nothing(refusedBucket(file.bucket, await isOwned(asking)))
  else if (!object.ok) return nothing(failedRead(bucket.error))

  const ofBucket = bucket.ok
    ? bucketFindings(place, bucket.value)
    : bucket.error.status === 403
      ? [refusedBucket(file.bucket, true)]
      : [
          unknown(
            'bucket',
            `The bucket ${file.bucket} could not be looked at.`,
            failedRead(bucket.error).title,
          ),
        ]
  if (!object.ok) return withFindings(ofBucket, await unseenObject(asking, object.error))
  return {
    readable: object.value,
    listed: null,
    findings: [
      ...ofBucket,
      ...classFindings(file.bucket, bucket.ok ? bucket.value : null, object.value),
      ...encryptionFindings(object.value),
    ],
  }
}

const withFindings = (before: Finding[], found: Look): Look => ({
  ...found,
  findings: [...before, ...found.findings],
})

function classFindings(bucket: string, facts: BucketFacts | null, object: ObjectFacts): Finding[] {
  const ofBucket = bucketClassFinding(bucket, facts?.storageClass ?? null)
  const findings = [...(ofBucket ? [ofBucket] : []), ...objectClassFindings(object)]
  return findings.length > 0 ? findings : [standardThroughout()]
}

/** HEAD tells a status alone, and who may not list gets 403 for what is not there: a listing of the key says more. */
async function unseenObject(asking: Asking, error: CloudError): Promise<Look> {
  const { access, file, ...choices } = asking
  const unseen = (finding: Finding): Look => ({ readable: null, listed: null, findings: [finding] })
  if (error.status === 404) return unseen(noSuchFile(file))
  if (error.status !== 403 && error.status !== 400) return unseen(failedRead(error))
  const page = { bucket: file.bucket, prefix: file.key, after: null, byFolder: false, max: 1 }
  const listing = await settled(listObjects(access, page, choices))
  if (!listing.ok) return unseen(error.status === 400 ? undescribedFile(file) : refusedFile(file, false))
  const found = listing.value.objects.find(({ key }) => key === file.key)
  if (!found) return unseen(noSuchFile(file))
  const { etag, changedAt, sizeBytes, storageClass } = found
  return {
    readable: null,
    listed: etag === null || changedAt === null ? null : { etag, changedAt, sizeBytes, storageClass },
    findings: [error.status === 400 ? undescribedFile(file) : refusedFile(file, true)],
  }
}

/** Whether the account's own list has the bucket; null when the list is refused. */
async function isOwned({ access, file, ...choices }: Asking): Promise<boolean | null> {
  const list = await settled(listBuckets(access, choices))
  return list.ok ? list.value.some(({ name }) => name === file.bucket) : null
}

async function settled<T>(call: Promise<T>): Promise<Result<T, CloudError>> {
  try {
    return { ok: true, value: await call }
  } catch (error) {
    if (!(error instanceof CloudError) || keysRefused(error)) throw error
    return { ok: false, error }
  }
}
