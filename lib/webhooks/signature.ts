import 'server-only'
import { createHmac, randomBytes } from 'node:crypto'

const SECRET_BYTES = 32

export const makeSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url')

/**
 * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of "t.body" under the secret as it is written. The time is signed, so that
 * a receiver can refuse a call that somebody kept and sends again.
 */
export function sign(secret: string, body: string, atSeconds: number): string {
  return `t=${atSeconds},v1=${createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex')}`
}
