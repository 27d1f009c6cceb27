import 'server-only'
import { sealData, unsealData } from 'iron-session'
import { cookies } from 'next/headers'
import * as z from 'zod/mini'
import { environment } from '../config/environment.ts'
import { once } from '../config/once-per-process.ts'
import { sessionSecret } from './vault.ts'

/** Longer than a token lives, so that an ended session can still say whose it was when they sign in again. */
export const COOKIE_SECONDS = 7 * 24 * 3600
/** Unsealing costs half a bare request; so many seals are remembered. The session row is looked up all the same. */
const REMEMBERED_SEALS = 2_000

const sealedContent = z.object({ id: z.uuid() })

function isSecure(): boolean {
  return environment().publicUrl?.protocol === 'https:'
}

function cookieName(): string {
  return isSecure() ? '__Host-slipway' : 'slipway'
}

type Remembered = { id: string; until: number }
const remembered = () => once('seals', () => new Map<string, Remembered>())

/** The session id of the request's cookie, or null: none, damaged, sealed with another secret, or too old. */
export async function sessionIdFromCookie(): Promise<string | null> {
  const seal = (await cookies()).get(cookieName())?.value
  if (!seal) return null
  const known = remembered().get(seal)
  if (known && known.until > Date.now()) return known.id
  const parsed = z.safeParse(
    sealedContent,
    await unsealData(seal, { password: sessionSecret(), ttl: COOKIE_SECONDS }),
  )
  if (!parsed.success) return null
  remember(seal, parsed.data.id)
  return parsed.data.id
}

function remember(seal: string, id: string) {
  const seals = remembered()
  const oldest = seals.keys().next()
  if (seals.size >= REMEMBERED_SEALS && !oldest.done) seals.delete(oldest.value)
  // The seal's own age is not known here: an entry lives an hour, then the seal is opened and its age judged again.
  seals.set(seal, { id, until: Date.now() + 3_600_000 })
}

/** Only in actions and route handlers: a page cannot set cookies. */
export async function writeSessionCookie(id: string): Promise<void> {
  const seal = await sealData({ id }, { password: sessionSecret(), ttl: COOKIE_SECONDS })
  const jar = await cookies()
  jar.set(cookieName(), seal, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(),
    path: '/',
    maxAge: COOKIE_SECONDS - 60,
  })
}

export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies()
  jar.delete({ name: cookieName(), path: '/', secure: isSecure(), httpOnly: true, sameSite: 'lax' })
}
