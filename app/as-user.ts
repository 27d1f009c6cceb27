import 'server-only'
import { headers } from 'next/headers'
import { environment } from '@/lib/config/environment'
import { currentSession } from '@/lib/session/current'

/**
 * Refuses an action called from a page of another origin. Next compares Origin with the Host header, which a proxy
 * may rewrite; where PUBLIC_URL is set it is the only address that counts.
 */
export async function refuseForeignOrigin(): Promise<void> {
  const { publicUrl } = environment()
  const origin = (await headers()).get('origin')
  if (publicUrl && origin !== null && origin !== publicUrl.origin)
    throw new Error('An action was called from another origin')
}

/**
 * Where a call came from: what the proxy says behind PUBLIC_URL. Null without one, where the header would be the
 * caller's own word.
 */
export async function sourceAddress(): Promise<string | null> {
  if (!environment().publicUrl) return null
  return (await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() || null
}

/** The same to count by: one for all who are not known. */
export async function callerAddress(): Promise<string> {
  return (await sourceAddress()) ?? 'direct'
}

/** Session of an action, its origin checked first. */
export async function actionSession() {
  await refuseForeignOrigin()
  return currentSession()
}
