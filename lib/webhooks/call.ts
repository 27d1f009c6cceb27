import 'server-only'
import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Agent, type Dispatcher, EnvHttpProxyAgent, request } from 'undici'
import { once } from '../config/once-per-process.ts'
import { hostOf, isAddress } from './address.ts'
import { isInside } from './private-ranges.ts'
import type { DeliveryAnswer } from './view.ts'

const CALL_TIMEOUT_MS = 10_000
const CONNECT_TIMEOUT_MS = 5_000
/** Of the answer only its status counts. */
const ANSWER_MAX_BYTES = 64 * 1024
const INSIDE_CODE = 'SLIPWAY_INSIDE'

/** Looked up for this very connection: a name that led outside when it was set may lead inside by now. */
const lookupOutside: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const outside = error ? [] : found.filter(({ address }) => !isInside(address))
    const [first] = outside
    if (error || !first) callback(error ?? insideError(), '')
    else if (options.all) callback(null, outside)
    else callback(null, first.address, first.family)
  })
}

const insideError = () => Object.assign(new Error('The name leads inside.'), { code: INSIDE_CODE })

/** Connections are not kept: the next call, hours later perhaps, is to look at its address anew. */
const SHORT = { keepAliveTimeout: 1, keepAliveMaxTimeout: 1, maxResponseSize: ANSWER_MAX_BYTES }

/**
 * Goes straight to the receiver, since a proxy would look names up out of our sight. Where the administrator allows any
 * address there is nothing to look at, and the environment's proxy is used as for all other calls.
 */
const dispatcherFor = (allowPrivate: boolean): Dispatcher =>
  allowPrivate
    ? once(
        'webhook-calls-anywhere',
        () => new EnvHttpProxyAgent({ ...SHORT, connect: { timeout: CONNECT_TIMEOUT_MS } }),
      )
    : once(
        'webhook-calls-outside',
        () => new Agent({ ...SHORT, connect: { timeout: CONNECT_TIMEOUT_MS, lookup: lookupOutside } }),
      )

export type CallOptions = { allowPrivate: boolean; timeoutMs?: number }
export type CallOutcome = DeliveryAnswer & { retryAfterSeconds: number | null }

/** One POST of JSON. Redirects are an answer like any other: followed, they could lead anywhere. Never throws. */
export async function callWebhook(
  address: string,
  headers: Record<string, string>,
  body: string,
  { allowPrivate, timeoutMs = CALL_TIMEOUT_MS }: CallOptions,
): Promise<CallOutcome> {
  const began = performance.now()
  const outcome = (facts: Partial<CallOutcome>): CallOutcome => ({
    status: null,
    problem: null,
    retryAfterSeconds: null,
    tookMs: Math.round(performance.now() - began),
    ...facts,
  })
  const host = hostOf(new URL(address))
  // Nothing is looked up for an address that is one already.
  if (!allowPrivate && isAddress(host) && isInside(host)) return outcome({ problem: 'inside' })
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const response = await request(address, {
      method: 'POST',
      dispatcher: dispatcherFor(allowPrivate),
      signal,
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    const answered = outcome({
      status: response.statusCode,
      retryAfterSeconds: secondsIn(response.headers['retry-after'], Date.now()),
    })
    response.body.on('error', () => {
      // Cut off or too long: the status has been read, and nothing else of it counts.
    })
    response.body.destroy()
    return answered
  } catch (error) {
    return outcome({ problem: signal.aborted ? 'timeout' : problemOf(error) })
  }
}

const NOBODY_THERE = [
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
]
const NAME_UNKNOWN = ['ENOTFOUND', 'EAI_AGAIN', 'ENODATA']
const UNTRUSTED = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/

function problemOf(error: unknown): NonNullable<DeliveryAnswer['problem']> {
  if (!(error instanceof Error)) return 'interrupted'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code === INSIDE_CODE) return 'inside'
  if (NAME_UNKNOWN.includes(code)) return 'unknown-name'
  if (NOBODY_THERE.includes(code)) return 'unreachable'
  if (UNTRUSTED.test(code)) return 'untrusted'
  if (error instanceof AggregateError && error.errors.length > 0) return problemOf(error.errors[0])
  return error.cause === undefined ? 'interrupted' : problemOf(error.cause)
}

/** Retry-After in both of its forms (RFC 9110, 10.2.3). */
function secondsIn(header: string | string[] | undefined, now: number): number | null {
  const text = typeof header === 'string' ? header.trim() : ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  const date = Date.parse(text)
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000))
}
