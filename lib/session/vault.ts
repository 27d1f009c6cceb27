import 'server-only'
import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '../config/environment.ts'
import { once } from '../config/once-per-process.ts'
import { dataFolder } from '../store/store.ts'

const SECRET_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * SESSION_SECRET, or one made at first start and kept beside the database, readable by its owner only.
 */
export function sessionSecret(): string {
  return once('session-secret', () => {
    const given = environment().sessionSecret
    if (given) return given
    const file = join(dataFolder(), 'session-secret')
    if (!existsSync(file)) {
      writeFileSync(file, randomBytes(SECRET_BYTES).toString('base64url'), { mode: 0o600, flag: 'wx' })
    }
    return readFileSync(file, 'utf8').trim()
  })
}

/** As a KeyObject: of plain bytes Node would make one at each use, at twice the cost of opening a token. */
function tokenKey(): KeyObject {
  return once('token-key', () =>
    createSecretKey(
      Buffer.from(hkdfSync('sha256', sessionSecret(), 'slipway', 'token-at-rest', SECRET_BYTES)),
    ),
  )
}

/** AES-256-GCM: nonce, tag and ciphertext in base64url. `boundTo` is the session's id: a token moved to another row does not open. */
export function sealToken(token: string, boundTo: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', tokenKey(), nonce).setAAD(Buffer.from(boundTo))
  const sealed = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The token, or null when it does not open: another secret, another row, or damage. */
export function openToken(sealed: string, boundTo: string): string | null {
  try {
    const bytes = Buffer.from(sealed, 'base64url')
    const decipher = createDecipheriv('aes-256-gcm', tokenKey(), bytes.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(boundTo))
      .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return (
      decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    return null
  }
}
