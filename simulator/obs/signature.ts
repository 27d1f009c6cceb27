import { createHash, createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { World } from '../world.ts'
import type { ObsErrorCode } from './errors.ts'
import { isCurrent, isSame, keysNamed, type Signer, signerOf } from './keys.ts'
import { checkQuerySignature } from './query-signature.ts'
import type { Target } from './target.ts'

const SKEW_MS = 15 * 60_000
/** Longest life of a presigned URL (obs.md 7). */
const PRESIGNED_MAX_SECONDS = 604_800
const EMPTY_HASH = createHash('sha256').digest('hex')

export type SignedRequest = { method: string; headers: IncomingHttpHeaders; target: Target }
export type SignatureCheck = { ok: true; signer: Signer } | { ok: false; code: ObsErrorCode }

type Signed = {
  access: string
  day: string
  region: string
  scope: string
  date: string
  signedHeaders: string[]
  signature: string
  payload: string
  securityToken: string | undefined
  expiresSeconds?: number
}

/**
 * Checks a V4 signature, from the Authorization header or a presigned URL (obs.md 1, 7). Skew and the end of a
 * presigned URL go by real time, or no real client could sign; temporary keys end by the simulator's clock.
 */
export function checkSignature(world: World, request: SignedRequest): SignatureCheck {
  const refuse = (code: ObsErrorCode): SignatureCheck => ({ ok: false, code })
  const { authorization } = request.headers
  if (authorization !== undefined && !authorization.startsWith('AWS4-HMAC-SHA256 ')) {
    // In headers the OBS dialect and V2 are documented too, the simulator knows V4 only.
    return refuse('NotImplemented')
  }
  const older = authorization === undefined ? checkQuerySignature(world, request) : undefined
  if (older) return older
  const signed = authorization === undefined ? fromQuery(request) : fromHeader(request, authorization)
  if (!signed) return refuse('AccessDenied')

  const keys = keysNamed(world, signed.access)
  if (!keys) return refuse('InvalidAccessKeyId')
  const { secret, temporary } = keys
  const signedAt = timeOf(signed.date)
  if (signedAt === undefined || !signed.date.startsWith(signed.day)) return refuse('AccessDenied')
  const lateness = Date.now() - signedAt
  const { expiresSeconds } = signed
  if (expiresSeconds === undefined ? Math.abs(lateness) > SKEW_MS : lateness < -SKEW_MS) {
    return refuse('RequestTimeTooSkewed')
  }
  if (expiresSeconds !== undefined && !(expiresSeconds >= 1 && expiresSeconds <= PRESIGNED_MAX_SECONDS)) {
    return refuse('AccessDenied')
  }
  if (expiresSeconds !== undefined && lateness > expiresSeconds * 1000) return refuse('AccessDenied')
  if (
    signed.region !== world.options.region ||
    !isSame(signatureOf(request, signed, secret), signed.signature)
  ) {
    return refuse('SignatureDoesNotMatch')
  }
  if (temporary && !isCurrent(world, temporary, signed.securityToken)) return refuse('InvalidSecurity')
  if (!signsAllOwnHeaders(request, signed)) return refuse('AccessDenied')
  return { ok: true, signer: signerOf(temporary, signed.payload) }
}

/** Every `x-amz-…` header that is sent must be signed, also with a presigned URL (obs.md 7). */
function signsAllOwnHeaders({ headers }: SignedRequest, { signedHeaders }: Signed): boolean {
  return Object.keys(headers).every((name) => !name.startsWith('x-amz-') || signedHeaders.includes(name))
}

function fromHeader({ headers }: SignedRequest, authorization: string): Signed | undefined {
  const part = (name: string) => new RegExp(`\\b${name}=([^,\\s]+)`).exec(authorization)?.[1]
  const date = headerText(headers, 'x-amz-date')
  const credential = credentialOf(part('Credential'))
  const signedHeaders = part('SignedHeaders')
  const signature = part('Signature')
  if (!credential || !signedHeaders || !signature || !date) return undefined
  return {
    ...credential,
    date,
    signedHeaders: signedHeaders.split(';'),
    signature,
    payload: headerText(headers, 'x-amz-content-sha256') ?? EMPTY_HASH,
    securityToken: headerText(headers, 'x-amz-security-token'),
  }
}

function fromQuery({ target }: SignedRequest): Signed | undefined {
  const { query } = target
  const credential = credentialOf(query.get('X-Amz-Credential') ?? undefined)
  const date = query.get('X-Amz-Date')
  const signedHeaders = query.get('X-Amz-SignedHeaders')
  const signature = query.get('X-Amz-Signature')
  const isRight = query.get('X-Amz-Algorithm') === 'AWS4-HMAC-SHA256'
  if (!isRight || !credential || !date || !signedHeaders || !signature) return undefined
  return {
    ...credential,
    date,
    signedHeaders: signedHeaders.split(';'),
    signature,
    payload: 'UNSIGNED-PAYLOAD',
    // Documents write the name in lower case, presigners in capitals: both are taken (obs.md 1).
    securityToken: query.get('X-Amz-Security-Token') ?? query.get('x-amz-security-token') ?? undefined,
    expiresSeconds: Number(query.get('X-Amz-Expires') ?? Number.NaN),
  }
}

function credentialOf(text: string | undefined) {
  const [access, day, region, service, end] = text?.split('/') ?? []
  if (!access || !day || !region || service !== 's3' || end !== 'aws4_request') return undefined
  return { access, day, region, scope: `${day}/${region}/s3/aws4_request` }
}

/** `20260302T081104Z`, the basic form of a date. */
function timeOf(date: string): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date)
  if (!match) return undefined
  const [, year, month, day, hour, minute, second] = match
  const ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(ms) ? undefined : ms
}

function signatureOf(request: SignedRequest, signed: Signed, secret: string): string {
  const { target, headers, method } = request
  const canonicalHeaders = signed.signedHeaders
    .map((name) => `${name}:${(headerText(headers, name) ?? '').trim().replaceAll(/ +/g, ' ')}\n`)
    .join('')
  const canonical = [
    method,
    target.rawPath,
    canonicalQuery(target.rawQuery),
    canonicalHeaders,
    signed.signedHeaders.join(';'),
    signed.payload,
  ].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', signed.date, signed.scope, sha256(canonical)].join('\n')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const dayKey = hmac(`AWS4${secret}`, signed.day)
  const key = hmac(hmac(hmac(dayKey, signed.region), 's3'), 'aws4_request')
  return hmac(key, toSign).toString('hex')
}

/** Names and values encoded alike, sorted, without the signature itself. */
function canonicalQuery(rawQuery: string): string {
  if (rawQuery === '') return ''
  const pairs = rawQuery.split('&').map((pair) => {
    const at = pair.indexOf('=')
    const name = at < 0 ? pair : pair.slice(0, at)
    return [encoded(name), encoded(at < 0 ? '' : pair.slice(at + 1))] as const
  })
  return pairs
    .filter(([name]) => name !== 'X-Amz-Signature')
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function encoded(text: string): string {
  let plain = text
  try {
    plain = decodeURIComponent(text)
  } catch {
    // A stray percent sign is signed as it stands.
  }
  return encodeURIComponent(plain).replaceAll(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function headerText(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value.join(',') : value
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
