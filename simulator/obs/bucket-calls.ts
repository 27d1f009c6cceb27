import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findBucket, NAME, objectsOf, ownBuckets } from './buckets.ts'
import type { BucketCall, Call } from './call.ts'
import { obsError } from './errors.ts'
import { receiveText } from './receive-body.ts'
import { readXml, textOf } from './xml-reader.ts'

/** What a name may not hold besides the wrong characters (obs.md 2). */
const FORBIDDEN_NAME = /\.\.|\.-|-\.|^\d+\.\d+\.\d+\.\d+$/
const BUCKETS_MAX = 100

/** PUT of a bucket (obs.md 2): of this region, whether its body names it or there is none. */
export async function createBucket(call: Call, name: string): Promise<Response> {
  const { world, resource, ids } = call
  if (!NAME.test(name) || FORBIDDEN_NAME.test(name)) return obsError('InvalidBucketName', resource)
  const received = await receiveText(call, false)
  if (!received.ok) return obsError(received.code, resource, received)
  if (received.text.trim() !== '') {
    const root = readXml(received.text)
    if (root?.name !== 'CreateBucketConfiguration') return obsError('MalformedXML', resource)
    const location = textOf(root, 'LocationConstraint') ?? textOf(root, 'Location') ?? world.options.region
    if (location !== world.options.region) {
      return obsError('InvalidArgument', resource, {
        detail: `Here only buckets of ${world.options.region} are made.`,
      })
    }
  }
  if (await findBucket(world, name)) return obsError('BucketAlreadyExists', resource)
  if ((await ownBuckets(world)).length >= BUCKETS_MAX) return obsError('TooManyBuckets', resource)
  await mkdir(join(world.folder, name))
  return new Response(null, { headers: { ...ids, Location: `/${name}` } })
}

/** DELETE of a bucket that holds neither objects nor parts of open uploads. */
export async function deleteBucket({ world, bucket, resource, ids }: BucketCall): Promise<Response> {
  const hasUploads = [...world.uploads.values()].some((upload) => upload.bucket === bucket.name)
  if (hasUploads || (await objectsOf(bucket, '')).length > 0) return obsError('BucketNotEmpty', resource)
  await rm(bucket.folder, { recursive: true })
  if (world.cors.delete(bucket.name)) world.changed()
  return new Response(null, { status: 204, headers: ids })
}
