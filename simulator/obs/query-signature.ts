import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { World } from '../world.ts'
import { isCurrent, isSame, keysNamed, signerOf } from './keys.ts'
import type { SignatureCheck, SignedRequest } from './signature.ts'
import type { Target } from './target.ts'

/** The two older kinds of presigned URLs (obs.md 7): the vendor's own and S3's V2. */
const DIALECTS = [
  { access: 'AccessKeyId', prefix: 'x-obs-' },
  { access: 'AWSAccessKeyId', prefix: 'x-amz-' },
] as const

/** Query members that are signed with the path, besides the token and `response-…` (obs.md 7). */
const SUB_RESOURCES = new Set([
  ...['acl', 'cors', 'delete', 'lifecycle', 'location', 'partNumber', 'policy', 'restore', 'tagging'],
  ...['uploadId', 'uploads', 'versionId', 'versioning', 'versions', 'website'],
])

/** Checks such a URL; nothing when the request is none. Its end goes by real time. */
export function checkQuerySignature(world: World, request: SignedRequest): SignatureCheck | undefined {
  const { target, method, headers } = request
  const { query } = target
  const dialect = DIALECTS.find((each) => query.has(each.access))
  if (!dialect) return undefined
  const expires = query.get('Expires') ?? ''
  const signature = query.get('Signature') ?? ''
  if (!/^\d{1,12}$/.test(expires) || signature === '') return { ok: false, code: 'AccessDenied' }
  const keys = keysNamed(world, query.get(dialect.access) ?? '')
  if (!keys) return { ok: false, code: 'InvalidAccessKeyId' }
  if (Number(expires) * 1000 < Date.now()) return { ok: false, code: 'AccessDenied' }
  const toSign = [
    method,
    textOf(headers, 'content-md5'),
    textOf(headers, 'content-type'),
    expires,
    canonicalHeaders(headers, dialect.prefix) + canonicalResource(target, dialect.prefix),
  ].join('\n')
  const expected = createHmac('sha1', keys.secret).update(toSign).digest('base64')
  if (!isSame(expected, signature)) return { ok: false, code: 'SignatureDoesNotMatch' }
  const token = query.get(`${dialect.prefix}security-token`) ?? undefined
  if (keys.temporary && !isCurrent(world, keys.temporary, token))
    return { ok: false, code: 'InvalidSecurity' }
  return { ok: true, signer: signerOf(keys.temporary, 'UNSIGNED-PAYLOAD') }
}

function canonicalHeaders(headers: IncomingHttpHeaders, prefix: string): string {
  return Object.keys(headers)
    .filter((name) => name.startsWith(prefix))
    .sort()
    .map((name) => `${name}:${textOf(headers, name).trim()}\n`)
    .join('')
}

function canonicalResource({ signedPath, query }: Target, prefix: string): string {
  const signed = [...query]
    .filter(
      ([name]) =>
        SUB_RESOURCES.has(name) || name === `${prefix}security-token` || name.startsWith('response-'),
    )
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
  return signed.length === 0 ? signedPath : `${signedPath}?${signed.join('&')}`
}

function textOf(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}
