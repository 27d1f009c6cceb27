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

/** The caller's address as far as it can be known: what the proxy says behind PUBLIC_URL, one for all otherwise. */
export async function callerAddress(): Promise<string> {
  if (!environment().publicUrl) return 'direct'
  return (await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'direct'
}

/** Session of an action, its origin checked first. */
export async function actionSession() {
  await refuseForeignOrigin()
  return currentSession()
}
