import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { inMilliseconds } from '../clock.ts'
import { type HttpContext, throughGate } from '../control/gate.ts'
import { settleJobs } from '../ims/settle.ts'
import type { World } from '../world.ts'
import { answerBucket, answerObject, isSimulated } from './answer.ts'
import { createBucket } from './bucket-calls.ts'
import { findBucket, NAME, ownBuckets } from './buckets.ts'
import type { Call } from './call.ts'
import { forOrigin, preflight } from './cors-calls.ts'
import { obsError } from './errors.ts'
import { isAllowed } from './policy.ts'
import { checkSignature } from './signature.ts'
import { type Target, targetOf } from './target.ts'
import { element, xmlAnswer } from './xml.ts'

/** Sub-resources that templates name; the query of a list or of a presigned URL does not count. */
const NAMED_SUB_RESOURCES = ['location', 'cors', 'uploads', 'uploadId', 'delete']

/** OBS at the root of its port, path-style and by virtual host, in the S3 dialect with V4 signatures (obs.md). */
export function obsApp(world: World): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.all('*', async (c) => {
    const target = targetOf(c.req.header('Host') ?? '', c.env.incoming.url ?? '/')
    const template = target ? templateOf(target) : '(unknown path)'
    const path = target ? `/${[target.bucket, target.key].filter(Boolean).join('/')}` : c.req.path
    const handler = async () => {
      await settleJobs(world)
      if (!target) return obsError('InvalidArgument', path)
      return c.req.method === 'OPTIONS' ? preflight(world, c, target, path) : answer(world, c, target, path)
    }
    const answered = await throughGate(world, 'obs', template, c, handler, path)
    return target ? forOrigin(world, c, target, answered) : answered
  })
  return app
}

function templateOf(target: Target): string {
  if (target.bucket === undefined) return '/'
  const sub = NAMED_SUB_RESOURCES.find((name) => target.query.has(name))
  const template = target.key === undefined ? '/{bucket}' : '/{bucket}/{key}'
  return sub === undefined ? template : `${template}?${sub}`
}

async function answer(world: World, c: HttpContext, target: Target, resource: string): Promise<Response> {
  const { method } = c.req
  const check = checkSignature(world, { method, headers: c.env.incoming.headers, target })
  if (!check.ok) return obsError(check.code, resource)
  if (!isSimulated(method, target)) return notSimulated(method, target, resource)
  const { signer } = check
  if (!isAllowed(signer, method, target)) return obsError('AccessDenied', resource)
  const call: Call = { world, context: c, signer, target, resource, ids: requestIds() }
  if (target.bucket === undefined) return bucketList(call)
  if (method === 'PUT' && target.key === undefined && !target.query.has('cors')) {
    return createBucket(call, target.bucket)
  }
  const bucket = await findBucket(world, target.bucket)
  if (!bucket) return obsError(NAME.test(target.bucket) ? 'NoSuchBucket' : 'InvalidBucketName', resource)
  if (bucket.isForbidden) return obsError('AccessDenied', resource)
  const { key } = target
  return key === undefined ? answerBucket({ ...call, bucket }) : answerObject({ ...call, bucket, key })
}

/** The account's buckets; the S3 dialect tells no Location here (obs.md 3). */
async function bucketList({ world, ids }: Call): Promise<Response> {
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
  const operation = `${method} of ${templateOf(target)} with ${[...target.query.keys()].join(', ')}`
  return obsError('NotImplemented', resource, { detail: `The simulator does not do this: ${operation}.` })
}
