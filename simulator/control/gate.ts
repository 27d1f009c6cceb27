import { setTimeout as wait } from 'node:timers/promises'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { World } from '../world.ts'
import { type Fault, type Service, takeFault } from './faults.ts'

export type HttpContext = Context<{ Bindings: HttpBindings }>
export type Answer = Response | Promise<Response>

/** Counts the call and applies a fault that was asked for; else, or around it, lets the handler answer. */
export async function throughGate(
  world: World,
  service: Service,
  template: string,
  context: HttpContext,
  handler: () => Answer,
  path = context.req.path,
): Promise<Response> {
  const { method } = context.req
  const key = `${method} ${template}`
  world.counters.set(key, (world.counters.get(key) ?? 0) + 1)

  const fault = takeFault(world, { service, method, path, template })
  if (!fault) return handler()
  if (fault.status !== undefined) return statusAnswer(service, fault.status, fault)
  if (fault.delayMs !== undefined) {
    await wait(fault.delayMs, undefined, { ref: false })
    return handler()
  }
  if (fault.drop === 'before') return cutConnection(context)
  const answer = await handler()
  if (fault.drop === 'after') return cutConnection(context)
  return new Response('<html><body>Upstream said something odd</body></html>', {
    status: answer.status,
    headers: { 'Content-Type': 'text/html', ...fault.headers },
  })
}

function cutConnection(context: HttpContext): Response {
  context.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

const GATEWAY_CODES: Record<number, string> = { 429: 'APIGW.0308', 502: 'APIGW.0202', 504: 'APIGW.0201' }
const OBS_CODES: Record<number, string> = { 429: 'TooManyRequests', 500: 'InternalError', 503: 'SlowDown' }

/** The fault's own body, else the one its status has on that service (ims.md 0, obs.md 6). */
function statusAnswer(service: Service, status: number, fault: Fault): Response {
  const given = fault.body
  const isEmpty = status === 204 || status === 304
  if (isEmpty) return new Response(null, { status, headers: fault.headers ?? {} })
  if (typeof given === 'string') {
    return new Response(given, { status, headers: { 'Content-Type': 'text/plain', ...fault.headers } })
  }
  if (given === undefined && service === 'obs') {
    const code = OBS_CODES[status] ?? 'InternalError'
    return new Response(`<Error><Code>${code}</Code><Message>Injected fault</Message></Error>`, {
      status,
      headers: { 'Content-Type': 'application/xml', ...fault.headers },
    })
  }
  const body = given ?? {
    error_code: GATEWAY_CODES[status] ?? 'APIGW.0203',
    error_msg: 'Injected fault',
    request_id: '0',
  }
  return Response.json(body, { status, headers: fault.headers ?? {} })
}
