import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { Call } from './call.ts'
import type { ObsErrorCode } from './errors.ts'
import { draftPath } from './store.ts'

/** Largest body of one request, and of one that carries XML (obs.md 3, 4). */
const BODY_MAX_BYTES = 5 * 2 ** 30
const XML_MAX_BYTES = 2 * 1024 * 1024
const SHA256 = /^[0-9a-f]{64}$/i

export type Refused = { ok: false; code: ObsErrorCode; detail?: string }
export type ReceivedFile = { ok: true; path: string; size: number; md5: Buffer }

/**
 * Writes the request's body into a draft, as it comes. Refused, with nothing left behind, when it has another length,
 * Content-MD5 or signed hash than the request says, or is sent in signed chunks.
 */
export async function receiveFile(call: Call): Promise<ReceivedFile | Refused> {
  const refused = refusalBefore(call, BODY_MAX_BYTES, true)
  if (refused) return refused
  const path = await draftPath(call.world)
  const file = await open(path, 'w')
  const sums = await readAll(call, (chunk) => file.write(chunk)).finally(() => file.close())
  if (sums.ok) return { ok: true, path, size: sums.size, md5: sums.md5 }
  await rm(path, { force: true })
  return sums
}

/** The body of a call that carries XML; `needsMd5` where Content-MD5 is mandatory (obs.md 1). */
export async function receiveText(
  call: Call,
  needsMd5: boolean,
): Promise<{ ok: true; text: string } | Refused> {
  if (needsMd5 && call.context.req.header('Content-MD5') === undefined) {
    return { ok: false, code: 'MissingRequiredHeader', detail: 'Content-MD5 is missing.' }
  }
  const refused = refusalBefore(call, XML_MAX_BYTES, false)
  if (refused) return refused
  const chunks: Buffer[] = []
  const sums = await readAll(call, (chunk) => chunks.push(chunk))
  return sums.ok ? { ok: true, text: Buffer.concat(chunks).toString('utf8') } : sums
}

function refusalBefore(call: Call, maxBytes: number, needsLength: boolean): Refused | undefined {
  const { payload } = call.signer
  if (payload === 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD') {
    return { ok: false, code: 'NotImplemented', detail: 'The simulator does not read signed chunks.' }
  }
  // Trailers are not documented, and the wire is said to answer so (obs.md 1).
  if (payload !== 'UNSIGNED-PAYLOAD' && !SHA256.test(payload)) {
    return { ok: false, code: 'XAmzContentSHA256Mismatch' }
  }
  const length = call.context.req.header('Content-Length')
  if (length === undefined && needsLength) return { ok: false, code: 'MissingContentLength' }
  return Number(length ?? 0) > maxBytes ? { ok: false, code: 'EntityTooLarge' } : undefined
}

type Sums = { ok: true; size: number; md5: Buffer }

async function readAll(call: Call, take: (chunk: Buffer) => unknown): Promise<Sums | Refused> {
  const { context, signer } = call
  const md5 = createHash('md5')
  const isSigned = SHA256.test(signer.payload)
  const sha256 = createHash('sha256')
  let size = 0
  try {
    for await (const part of context.env.incoming) {
      const chunk = Buffer.from(part)
      size += chunk.length
      md5.update(chunk)
      if (isSigned) sha256.update(chunk)
      await take(chunk)
    }
  } catch {
    return { ok: false, code: 'IncompleteBody' }
  }
  const expected = context.req.header('Content-MD5')
  const digest = md5.digest()
  if (expected !== undefined && expected !== digest.toString('base64'))
    return { ok: false, code: 'BadDigest' }
  if (isSigned && sha256.digest('hex') !== signer.payload.toLowerCase()) {
    return { ok: false, code: 'XAmzContentSHA256Mismatch' }
  }
  return { ok: true, size, md5: digest }
}
