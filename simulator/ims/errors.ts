import { randomUUID } from 'node:crypto'
import errorTable from '../../lib/cloud/ims-errors.json' with { type: 'json' }
import type { World } from '../world.ts'

const STATUS_OF = new Map(errorTable.map((each) => [each.code, each.status]))

/**
 * An error of the extension API: `{"error":{"message","code"}}` with the status its code has in the table of
 * codes. The text is the simulator's own: the wire's differ from the table's (ims.md 0), match on codes only.
 */
export function imsError(code: string, message: string): Response {
  return Response.json({ error: { message, code } }, { status: STATUS_OF.get(code) ?? 400 })
}

/** The gateway's errors (ims.md 0). */
const GATEWAY = {
  noToken: [401, 'APIGW.0301', 'Incorrect IAM authentication information: x-auth-token not found'],
  badToken: [401, 'APIGW.0301', 'Incorrect IAM authentication information: decrypt token fail'],
  wrongScope: [401, 'APIGW.0301', 'Incorrect IAM authentication information: no project of this region'],
  expired: [401, 'APIGW.0307', 'The token must be updated.'],
  unknownPath: [404, 'APIGW.0101', 'The API does not exist or has not been published in the environment'],
  tooLarge: [413, 'APIGW.0201', 'Request entity too large'],
} as const
export type GatewayRefusal = keyof typeof GATEWAY

export function gatewayError(which: GatewayRefusal): Response {
  const [status, error_code, error_msg] = GATEWAY[which]
  const request_id = randomUUID().replaceAll('-', '')
  return Response.json(
    { error_msg, error_code, request_id },
    { status, headers: { 'X-Request-Id': request_id } },
  )
}

const NATIVE_NAMES: Record<number, string> = { 400: 'badRequest', 403: 'forbidden', 404: 'itemNotFound' }

/**
 * An error of a native call: XML, as the permissions page says (ims.md 0), or JSON with the quirk
 * `native-json-errors`. The element names are those of OpenStack's XML faults. Inferred.
 */
export function nativeError(world: World, status: 400 | 403 | 404, code: string, message: string): Response {
  if (world.quirks.has('native-json-errors')) {
    return Response.json({ error: { message, code } }, { status })
  }
  const name = NATIVE_NAMES[status] ?? 'computeFault'
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${name} code="${status}"><message>${text}</message></${name}>`,
    { status, headers: { 'Content-Type': 'application/xml' } },
  )
}

export function notSimulated(operation: string): Response {
  return Response.json(
    { error: { message: `The simulator does not do this: ${operation}.`, code: 'SIM.0501' } },
    { status: 501 },
  )
}
