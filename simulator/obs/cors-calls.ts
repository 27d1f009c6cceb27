import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { HttpContext } from '../control/gate.ts'
import type { World } from '../world.ts'
import { findBucket } from './buckets.ts'
import type { BucketCall } from './call.ts'
import { allowingHeaders, CORS_MAX_BYTES, fittingRule, readRules, shownRules } from './cors.ts'
import { obsError } from './errors.ts'
import { receiveText } from './receive-body.ts'
import type { Target } from './target.ts'
import { xmlAnswer } from './xml.ts'

/** GET ?cors (obs.md 3). */
export function getCors({ world, bucket, resource, ids }: BucketCall): Response {
  const rules = world.cors.get(bucket.name)
  return rules
    ? xmlAnswer('CORSConfiguration', shownRules(rules), ids)
    : obsError('NoSuchCORSConfiguration', resource)
}

/** PUT ?cors: replaces all rules; Content-MD5 is mandatory. */
export async function putCors(call: BucketCall): Promise<Response> {
  const { world, bucket, resource, ids } = call
  const received = await receiveText(call, true)
  if (!received.ok) return obsError(received.code, resource, received)
  if (Buffer.byteLength(received.text) > CORS_MAX_BYTES) return obsError('EntityTooLarge', resource)
  const rules = readRules(received.text)
  if (typeof rules === 'string') return obsError(rules, resource)
  world.cors.set(bucket.name, rules)
  world.changed()
  return new Response(null, { headers: ids })
}

/** DELETE ?cors. */
export function deleteCors({ world, bucket, ids }: BucketCall): Response {
  world.cors.delete(bucket.name)
  world.changed()
  return new Response(null, { status: 204, headers: ids })
}

/** OPTIONS, as a browser asks before a cross-origin call; never signed (obs.md 3). */
export async function preflight(
  world: World,
  context: HttpContext,
  target: Target,
  resource: string,
): Promise<Response> {
  const origin = context.req.header('Origin')
  const method = context.req.header('Access-Control-Request-Method')
  if (origin === undefined || method === undefined) return obsError('BadRequest', resource)
  const bucket = target.bucket === undefined ? undefined : await findBucket(world, target.bucket)
  if (!bucket) return obsError('NoSuchBucket', resource)
  const asked = context.req.header('Access-Control-Request-Headers') ?? ''
  const headers = asked
    .split(',')
    .map((header) => header.trim())
    .filter((header) => header !== '')
  const rule = fittingRule(world.cors.get(bucket.name) ?? [], { origin, method, headers })
  if (!rule) return obsError('AccessForbidden', resource)
  return new Response(null, {
    headers: {
      ...allowingHeaders(rule, origin),
      ...(asked === '' ? {} : { 'Access-Control-Allow-Headers': asked }),
    },
  })
}

/** The answer with what lets a page of another origin read it, when a rule of the bucket allows the call. */
export function forOrigin(world: World, context: HttpContext, target: Target, answer: Response): Response {
  const origin = context.req.header('Origin')
  const rules = world.cors.get(target.bucket ?? '')
  if (origin === undefined || !rules || answer === RESPONSE_ALREADY_SENT) return answer
  const { method } = context.req
  const rule = fittingRule(rules, { origin, method, headers: [] })
  if (!rule || method === 'OPTIONS') return answer
  const headers = new Headers(answer.headers)
  for (const [name, value] of Object.entries(allowingHeaders(rule, origin))) headers.set(name, value)
  return new Response(answer.body, { status: answer.status, headers })
}
