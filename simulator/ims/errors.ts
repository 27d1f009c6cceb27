import { randomUUID } from 'node:crypto'
import errorTable from '../../lib/cloud/ims-errors.json' with { type: 'json' }
import type { World } from '../world.ts'
import type { Refusal } from './refusal.ts'

const STATUS_OF = new Map(errorTable.map((each) => [each.code, each.status]))

/**
 * An error of the extension API: `{"error":{"message","code"}}` with the status its code has in the table of
 * codes. The text is the simulator's own: the wire's differ from the table's (ims.md 0), match on codes only.
 */
export function imsError(code: string, message: string, status = STATUS_OF.get(code) ?? 400): Response {
  return Response.json({ error: { message, code } }, { status })
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

export type NativeStatus = 400 | 403 | 404 | 409 | 415

const NATIVE_NAMES: Record<NativeStatus, string> = {
  400: 'badRequest',
  403: 'forbidden',
  404: 'itemNotFound',
  409: 'conflictingRequest',
  415: 'badMediaType',
}

/**
 * An error of a native call: XML, as the permissions page says (ims.md 0), or JSON with the quirk
 * `native-json-errors`. The element names are those of OpenStack's XML faults. Inferred.
 */
export function nativeError(world: World, status: NativeStatus, code: string, message: string): Response {
  if (world.quirks.has('native-json-errors')) {
    return Response.json({ error: { message, code } }, { status })
  }
  const name = NATIVE_NAMES[status]
  const text = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${name} code="${status}"><message>${text}</message></${name}>`,
    { status, headers: { 'Content-Type': 'application/xml' } },
  )
}

/** Statuses plain Glance has for what IMS refuses with a code; 400 for the rest. */
const GLANCE_STATUS: Record<string, NativeStatus> = {
  'IMG.0026': 403,
  'IMG.0028': 403,
  'IMG.0046': 409,
  'IMG.0047': 403,
  'IMG.0088': 403,
  'IMG.0089': 403,
  'IMG.0090': 409,
  'IMG.0092': 403,
  'IMG.0094': 403,
  'IMG.0098': 403,
  'IMG.0148': 409,
}

/**
 * A refusal on a native call, whose status and body are not documented (ims.md 8). An unknown image is a native
 * 404; else the code as the extension API gives it, or with profile `glance` or the quirk `glance-refusals` only
 * Glance's status and text.
 */
export function nativeRefusal(world: World, { code, message }: Refusal): Response {
  if (code === 'IMG.0027') {
    return world.quirks.has('unknown-image-400')
      ? imsError(code, message)
      : nativeError(world, 404, 'IMG.0144', message)
  }
  const isGlance = world.options.profile === 'glance' || world.quirks.has('glance-refusals')
  return isGlance ? nativeError(world, GLANCE_STATUS[code] ?? 400, code, message) : imsError(code, message)
}

export function notSimulated(operation: string): Response {
  return Response.json(
    { error: { message: `The simulator does not do this: ${operation}.`, code: 'SIM.0501' } },
    { status: 501 },
  )
}
