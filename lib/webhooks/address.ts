import 'server-only'
import { lookup } from 'node:dns/promises'
import type { Result } from '../result.ts'
import { isInside } from './private-ranges.ts'

const ADDRESS_MAX = 2_048
const HTTPS = 'Enter an https address.'
const INSIDE = "This address is inside the server's own network; an administrator must allow it."

/**
 * The address as it is called, or one sentence that says what to change. Judged by its text alone: what a name leads to
 * is looked at again when it is called, since names may change where they lead.
 */
export function parseAddress(text: string, allowPrivate: boolean): Result<string, string> {
  const refuse = (error: string) => ({ ok: false as const, error })
  const url = URL.parse(text.trim())
  const isHttp = url?.protocol === 'http:'
  if (!url || (url.protocol !== 'https:' && !(isHttp && allowPrivate))) return refuse(HTTPS)
  if (url.username !== '' || url.password !== '')
    return refuse('Enter the address without a user name and password. The signature proves who calls.')
  if (url.href.length > ADDRESS_MAX) return refuse(`Use at most ${ADDRESS_MAX} characters.`)
  const host = hostOf(url)
  if (!allowPrivate && (isLocalName(host) || (isAddress(host) && isInside(host)))) return refuse(INSIDE)
  url.hash = ''
  return { ok: true, value: url.href }
}

/** The same, and what its name leads to at this moment. A name that is not known yet is taken: it may be by then. */
export async function checkAddress(text: string, allowPrivate: boolean): Promise<Result<string, string>> {
  const parsed = parseAddress(text, allowPrivate)
  if (!parsed.ok || allowPrivate) return parsed
  const host = hostOf(new URL(parsed.value))
  if (isAddress(host)) return parsed
  try {
    const found = await lookup(host, { all: true })
    if (found.every(({ address }) => isInside(address))) return { ok: false, error: INSIDE }
  } catch {
    // Not known to this server's DNS: the delivery log will say so.
  }
  return parsed
}

/** Without the brackets of an IPv6 address, and without the dot that ends a name at the root. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

/** After parsing, a host that is an address is written as four numbers or with colons, in whatever form it came. */
export const isAddress = (host: string): boolean => host.includes(':') || /^\d+\.\d+\.\d+\.\d+$/.test(host)

const isLocalName = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')
