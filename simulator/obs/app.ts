import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { inMilliseconds } from '../clock.ts'
import { type HttpContext, throughGate } from '../control/gate.ts'
import { REGION } from '../iam/accounts.ts'
import { settleJobs } from '../ims/settle.ts'
import type { World } from '../world.ts'
import { type Bucket, findBucket, NAME, objectFile, ownBuckets } from './buckets.ts'
import { obsError } from './errors.ts'
import { listObjects } from './listing.ts'
import { objectAnswer } from './object-answer.ts'
import { isAllowed } from './policy.ts'
import { checkSignature } from './signature.ts'
import { type Target, targetOf } from './target.ts'
import { element, xmlAnswer } from './xml.ts'

/** Query members that select a sub-resource; of them only `location` is simulated (obs.md 3, 5). */
const SUB_RESOURCES = [
  'acl',
  'cors',
  'delete',
  'lifecycle',
  'policy',
  'restore',
  'tagging',
  'uploadId',
  'uploads',
  'versioning',
  'versions',
  'website',
]

/** OBS at the root of its port, path-style and by virtual host, in the S3 dialect with V4 signatures (obs.md). */
export function obsApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.all('*', (c) => {
    const target = targetOf(c.req.header('Host') ?? '', c.env.incoming.url ?? '/')
    const template = target ? templateOf(target) : '(unknown path)'
    const path = target ? `/${[target.bucket, target.key].filter(Boolean).join('/')}` : c.req.path
    const handler = async () => {
      await settleJobs(world)
      return answer(world, c, target, path)
    }
    return throughGate(world, 'obs', template, c, handler, path)
  })
  return app
}

function templateOf(target: Target): string {
  if (target.bucket === undefined) return '/'
  if (target.key !== undefined) return '/{bucket}/{key}'
  return target.query.has('location') ? '/{bucket}?location' : '/{bucket}'
}

async function answer(
  world: World,
  c: HttpContext,
  target: Target | undefined,
  resource: string,
): Promise<Response> {
  const { method } = c.req
  if (!target) return obsError('InvalidArgument', resource)
  const check = checkSignature(world, { method, headers: c.env.incoming.headers, target })
  if (!check.ok) return obsError(check.code, resource)
  if (method !== 'GET' && method !== 'HEAD') return notSimulated(method, target, resource)
  if (SUB_RESOURCES.some((name) => target.query.has(name))) return notSimulated(method, target, resource)
  if (check.temporary && !isAllowed(check.temporary, method, target)) {
    return obsError('AccessDenied', resource)
  }
  const ids = requestIds()
  if (target.bucket === undefined) return bucketList(world, ids)
  const bucket = await findBucket(world, target.bucket)
  if (!bucket) return obsError(NAME.test(target.bucket) ? 'NoSuchBucket' : 'InvalidBucketName', resource)
  if (bucket.isForbidden) return obsError('AccessDenied', resource)
  return bucketAnswer(c, bucket, target, resource, ids)
}

async function bucketAnswer(
  c: HttpContext,
  bucket: Bucket,
  target: Target,
  resource: string,
  ids: Record<string, string>,
): Promise<Response> {
  const regional = { ...ids, 'x-amz-bucket-region': bucket.location }
  // Where a bucket lies is told by any region's host (obs.md 2); what it holds is not.
  if (target.key === undefined && c.req.method === 'HEAD') {
    return new Response(null, {
      headers: { ...regional, 'x-default-storage-class': 'STANDARD', 'x-obs-version': '3.0' },
    })
  }
  if (target.key === undefined && target.query.has('location')) {
    return xmlAnswer('Location', bucket.location, regional)
  }
  if (bucket.location !== REGION) return obsError('PermanentRedirect', resource, { headers: regional })
  if (target.key === undefined) {
    return (await listObjects(bucket, target.query, ids)) ?? obsError('InvalidArgument', resource)
  }
  const file = await objectFile(bucket, target.key)
  if (!file) return obsError('NoSuchKey', resource)
  const asked = {
    range: c.req.header('Range'),
    conditions: {
      ifMatch: c.req.header('If-Match'),
      ifNoneMatch: c.req.header('If-None-Match'),
      ifModifiedSince: c.req.header('If-Modified-Since'),
      ifUnmodifiedSince: c.req.header('If-Unmodified-Since'),
    },
  }
  return objectAnswer(c.req.method === 'HEAD' ? 'HEAD' : 'GET', file, resource, asked, ids)
}

/** The account's buckets; the S3 dialect tells no Location here (obs.md 3). */
async function bucketList(world: World, ids: Record<string, string>): Promise<Response> {
  const buckets = (await ownBuckets(world)).map(
    (bucket) =>
      `<Bucket>${element('Name', bucket.name)}` +
      `${element('CreationDate', inMilliseconds(bucket.createdAtMs))}</Bucket>`,
  )
  const content = `<Owner><ID>demo-account</ID></Owner><Buckets>${buckets.join('')}</Buckets>`
  return xmlAnswer('ListAllMyBucketsResult', content, ids)
}

function requestIds(): Record<string, string> {
  const id = randomUUID().replaceAll('-', '').toUpperCase()
  return { 'x-amz-request-id': id, 'x-amz-id-2': id.toLowerCase() }
}

function notSimulated(method: string, target: Target, resource: string): Response {
  const sub = SUB_RESOURCES.filter((name) => target.query.has(name)).join(', ')
  const operation = `${method} of ${templateOf(target)}${sub ? ` with ${sub}` : ''}`
  return obsError('NotImplemented', resource, { detail: `The simulator does not do this: ${operation}.` })
}
