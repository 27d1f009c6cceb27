import { deleteBucket } from './bucket-calls.ts'
import type { BucketCall, ObjectCall } from './call.ts'
import { deleteCors, getCors, putCors } from './cors-calls.ts'
import { obsError } from './errors.ts'
import { listObjects } from './listing.ts'
import { deleteObject, deleteObjects, putObject, readObject } from './object-calls.ts'
import type { Target } from './target.ts'
import { abortUpload, completeUpload, putPart, startUpload } from './upload-calls.ts'
import { listParts, listUploads } from './upload-lists.ts'
import { xmlAnswer } from './xml.ts'

/** Sub-resources OBS has and the simulator leaves out (obs.md 3, 5). */
const LEFT_OUT = ['acl', 'lifecycle', 'policy', 'restore', 'tagging', 'versioning', 'versions', 'website']
const METHODS = ['GET', 'HEAD', 'PUT', 'POST', 'DELETE']

/** Whether the simulator knows such a call at all. */
export function isSimulated(method: string, { query, bucket, key }: Target): boolean {
  if (!METHODS.includes(method) || LEFT_OUT.some((name) => query.has(name))) return false
  const reads = method === 'GET' || method === 'HEAD'
  if (bucket === undefined) return reads
  if (method !== 'POST') return true
  return key === undefined ? query.has('delete') : query.has('uploads') || query.has('uploadId')
}

/** Calls on a bucket itself (obs.md 3). Where it lies is told by any region's host, what it holds is not. */
export async function answerBucket(call: BucketCall): Promise<Response> {
  const { world, bucket, target, resource, ids, context } = call
  const { method } = context.req
  const { query } = target
  const regional = { ...ids, 'x-amz-bucket-region': bucket.location }
  if (method === 'HEAD') {
    return new Response(null, {
      headers: { ...regional, 'x-default-storage-class': 'STANDARD', 'x-obs-version': '3.0' },
    })
  }
  if (method === 'GET' && query.has('location')) return xmlAnswer('Location', bucket.location, regional)
  if (bucket.location !== world.options.region)
    return obsError('PermanentRedirect', resource, { headers: regional })
  if (query.has('cors')) {
    if (method === 'GET') return getCors(call)
    return method === 'PUT' ? putCors(call) : deleteCors(call)
  }
  if (method === 'POST') return deleteObjects(call)
  if (method === 'DELETE') return deleteBucket(call)
  if (query.has('uploads')) return listUploads(call)
  return (await listObjects(bucket, query, ids)) ?? obsError('InvalidArgument', resource)
}

/** Calls on an object or an upload of one (obs.md 4, 5). */
export async function answerObject(call: ObjectCall): Promise<Response> {
  const { world, bucket, target, resource, ids, context } = call
  if (bucket.location !== world.options.region) {
    const headers = { ...ids, 'x-amz-bucket-region': bucket.location }
    return obsError('PermanentRedirect', resource, { headers })
  }
  const isOfUpload = target.query.has('uploadId')
  switch (context.req.method) {
    case 'PUT':
      return isOfUpload ? putPart(call) : putObject(call)
    case 'POST':
      return target.query.has('uploads') ? startUpload(call) : completeUpload(call)
    case 'DELETE':
      return isOfUpload ? abortUpload(call) : deleteObject(call)
    default:
      return isOfUpload ? listParts(call) : readObject(call)
  }
}
