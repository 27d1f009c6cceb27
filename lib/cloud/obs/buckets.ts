import 'server-only'
import { HeadBucketCommand, ListBucketsCommand, ListObjectsCommand } from '@aws-sdk/client-s3'
import { CloudError } from '../errors.ts'
import { callObs, headerOf, type ObsCallChoices } from './call.ts'
import type { ObsAccess } from './client.ts'
import { type StorageClass, storageClassOf } from './storage-class.ts'

/** The account's buckets of all regions, whatever the address (obs.md 3). The S3 dialect tells no region of them. */
export async function listBuckets(
  access: ObsAccess,
  choices?: ObsCallChoices,
): Promise<{ name: string; createdAt: number | null; region: string | null }[]> {
  const { Buckets, Owner } = await callObs(
    access,
    (client, abortSignal) => client.send(new ListBucketsCommand(), { abortSignal }),
    choices,
  )
  if (!Buckets && !Owner) throw noListing()
  return (Buckets ?? []).flatMap(({ Name, CreationDate, BucketRegion }) =>
    Name ? [{ name: Name, createdAt: epochMs(CreationDate), region: BucketRegion ?? null }] : [],
  )
}

export type BucketFacts = {
  /** The region's name; null when the answer does not tell. */
  region: string | null
  /** OBS sent us to another address: the bucket is of another region, named or not. */
  isElsewhere: boolean
  /** Default class of new objects; null when the answer does not tell. */
  storageClass: StorageClass | null
  isFileSystem: boolean
}

/**
 * HEAD of a bucket (obs.md 3). One of another region answers either with its region, or with a redirect that may
 * name it: both come back as facts.
 */
export async function headBucket(
  access: ObsAccess,
  bucket: string,
  choices?: ObsCallChoices,
): Promise<BucketFacts> {
  // The typed answer leaves out what OBS tells in headers of its own.
  let response: unknown
  const command = () => {
    const head = new HeadBucketCommand({ Bucket: bucket })
    head.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args)
        response = result.response
        return result
      },
      { step: 'deserialize', priority: 'low' },
    )
    return head
  }
  try {
    await callObs(access, (client, abortSignal) => client.send(command(), { abortSignal }), choices)
  } catch (error) {
    const redirected = error instanceof CloudError && (error.status === 301 || error.status === 307)
    const region = headerOf(response, 'x-amz-bucket-region')
    if (!redirected || region === access.regionName) throw error
    return { region, isElsewhere: true, storageClass: null, isFileSystem: false }
  }
  const storageClass =
    headerOf(response, 'x-default-storage-class') ?? headerOf(response, 'x-obs-storage-class')
  const region = headerOf(response, 'x-amz-bucket-region') ?? headerOf(response, 'x-obs-bucket-location')
  return {
    region,
    isElsewhere: region !== null && region !== access.regionName,
    storageClass: storageClass === null ? null : storageClassOf(storageClass),
    isFileSystem: headerOf(response, 'x-obs-fs-file-interface')?.toLowerCase() === 'enabled',
  }
}

/** Default and cap of a page (obs.md 3). */
export const OBJECTS_PAGE_MAX = 1000

export type ListedObject = {
  key: string
  sizeBytes: number
  etag: string | null
  changedAt: number | null
  storageClass: StorageClass
}

/**
 * A page of the objects under a prefix, in the order of their keys' bytes (obs.md 3). Paged by `marker`: unlike the
 * second form's `start-after` it may name a folder, and unlike its token it means the same tomorrow.
 */
export async function listObjects(
  access: ObsAccess,
  page: { bucket: string; prefix: string; after: string | null; byFolder: boolean; max?: number },
  choices?: ObsCallChoices,
): Promise<{ folders: string[]; objects: ListedObject[]; next: string | null }> {
  const listed = await callObs(
    access,
    (client, abortSignal) =>
      client.send(
        new ListObjectsCommand({
          Bucket: page.bucket,
          Prefix: page.prefix,
          MaxKeys: page.max ?? OBJECTS_PAGE_MAX,
          ...(page.byFolder ? { Delimiter: '/' } : {}),
          ...(page.after === null ? {} : { Marker: page.after }),
        }),
        { abortSignal },
      ),
    choices,
  )
  if (listed.Name === undefined && listed.MaxKeys === undefined) throw noListing()
  const folders = (listed.CommonPrefixes ?? []).flatMap(({ Prefix }) => (Prefix ? [Prefix] : []))
  const objects = (listed.Contents ?? []).flatMap((found) =>
    found.Key === undefined
      ? []
      : [
          {
            key: found.Key,
            sizeBytes: found.Size ?? 0,
            etag: found.ETag ?? null,
            changedAt: epochMs(found.LastModified),
            storageClass: storageClassOf(found.StorageClass ?? 'STANDARD'),
          },
        ],
  )
  const names = [...folders, ...objects.map(({ key }) => key)]
  const next = listed.IsTruncated ? (listed.NextMarker ?? lastByBytes(names)) : null
  return { folders, objects, next }
}

/** A page of a proxy: the SDK finds nothing in it, and would say that there is nothing. */
const noListing = () => new CloudError({ service: 'OBS', kind: 'unreadable', status: 200 })

function lastByBytes(names: string[]): string | null {
  return names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).at(-1) ?? null
}

function epochMs(date: Date | undefined): number | null {
  const time = date?.getTime()
  return time === undefined || Number.isNaN(time) ? null : time
}
