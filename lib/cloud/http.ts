import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Dispatcher, EnvHttpProxyAgent, request } from 'undici'
import * as z from 'zod/mini'
import { readErrorBody } from './error-body.ts'
import { CloudError, type CloudService } from './errors.ts'
import { noteCall } from './noted-calls.ts'

/** A read gives up after this. */
export const READ_DEADLINE_MS = 10_000
/** A call that creates something gets longer: giving up early leaves its outcome unknown. */
export const CREATE_DEADLINE_MS = 60_000
const READ_ATTEMPTS = 3
const FIRST_BACKOFF_MS = 200
/** 500 images of some 3 KB are 1.5 MB; nothing we ask for comes near this. */
const MAX_RESPONSE_BYTES = 32 * 2 ** 20

export const reading = new EnvHttpProxyAgent({
  keepAliveTimeout: 20_000,
  connect: { timeout: 5_000 },
  maxResponseSize: MAX_RESPONSE_BYTES,
})
/**
 * Calls that create something never ride on a connection the other side may just be closing: a reset there could
 * not be told from a reset after the request took effect.
 */
const creating = new EnvHttpProxyAgent({
  keepAliveTimeout: 1,
  keepAliveMaxTimeout: 1,
  pipelining: 0,
  connect: { timeout: 5_000 },
  maxResponseSize: MAX_RESPONSE_BYTES,
})

export type CloudCall<T> = {
  service: CloudService
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  url: string
  token?: string
  headers?: Record<string, string>
  json?: unknown
  /** Absent for answers without a body. */
  answer?: z.ZodMiniType<T>
  deadlineMs?: number
  signal?: AbortSignal
}

export type CloudAnswer<T> = {
  status: number
  headers: Record<string, string>
  requestId: string | null
  raw: unknown
  value: T
}

/**
 * One call to the cloud. Reads are repeated with jitter on network errors, 429 and 502 to 504, as long as their
 * deadline (milliseconds, over all attempts) lasts; anything else goes out once.
 *
 * @throws CloudError, and nothing else.
 */
export async function callCloud<T>(call: CloudCall<T>): Promise<CloudAnswer<T>> {
  const deadlineMs = call.deadlineMs ?? (call.method === 'GET' ? READ_DEADLINE_MS : CREATE_DEADLINE_MS)
  const deadline = AbortSignal.timeout(deadlineMs)
  const signal = call.signal ? AbortSignal.any([deadline, call.signal]) : deadline
  const attempts = call.method === 'GET' ? READ_ATTEMPTS : 1
  const endsAt = performance.now() + deadlineMs
  for (let attempt = 1; ; attempt++) {
    try {
      return await callOnce(call, signal, deadline)
    } catch (error) {
      if (!(error instanceof CloudError) || attempt >= attempts || !worthRepeating(error)) throw error
      const backoffMs = FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + Math.random())
      const waitMs = Math.max(backoffMs, (error.retryAfterSeconds ?? 0) * 1000)
      // Who asks to be left alone for longer is told about at once: the caller may have a better use for the time.
      if (performance.now() + waitMs >= endsAt) throw error
      try {
        await sleep(waitMs, undefined, { signal })
      } catch {
        // The deadline passed while waiting: what went wrong before it says more than the deadline does.
        throw error
      }
    }
  }
}

function worthRepeating(error: CloudError): boolean {
  if (error.kind === 'unreachable' || error.kind === 'interrupted') return true
  return error.status !== null && [429, 502, 503, 504].includes(error.status)
}

async function callOnce<T>(
  call: CloudCall<T>,
  signal: AbortSignal,
  deadline: AbortSignal,
): Promise<CloudAnswer<T>> {
  const failure = (facts: Omit<ConstructorParameters<typeof CloudError>[0], 'service'>) => {
    noteCall(call.method, { requestId: facts.requestId ?? null, failure: facts.kind })
    return new CloudError({ service: call.service, isRead: call.method === 'GET', ...facts })
  }
  let response: Dispatcher.ResponseData
  let text: string
  try {
    response = await request(call.url, {
      method: call.method,
      dispatcher: call.method === 'GET' ? reading : creating,
      signal,
      headers: {
        accept: 'application/json',
        ...(call.json === undefined ? {} : { 'content-type': 'application/json;charset=utf8' }),
        ...(call.token ? { 'x-auth-token': call.token } : {}),
        ...call.headers,
      },
      ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
    })
    text = await response.body.text()
  } catch (error) {
    if (deadline.aborted) throw failure({ kind: 'timeout' })
    throw failure({ kind: neverConnected(error) ? 'unreachable' : 'interrupted' })
  }
  const headers = singleValues(response.headers)
  const requestId = headers['x-request-id'] ?? headers['x-openstack-request-id'] ?? null
  const raw = parseJson(text)
  if (response.statusCode >= 400) {
    const body = readErrorBody(raw, text)
    throw failure({
      kind: 'answered',
      status: response.statusCode,
      code: body.code,
      cloudMessage: body.message,
      requestId: body.requestId ?? requestId,
      retryAfterSeconds: retryAfter(headers['retry-after']),
    })
  }
  const unreadable = () => failure({ kind: 'unreadable', status: response.statusCode, requestId })
  if (response.statusCode >= 300) throw unreadable()
  if (!call.answer) {
    noteCall(call.method, { requestId, failure: null })
    return { status: response.statusCode, headers, requestId, raw, value: undefined as T }
  }
  const parsed = z.safeParse(call.answer, raw)
  if (!parsed.success) throw unreadable()
  noteCall(call.method, { requestId, failure: null })
  return { status: response.statusCode, headers, requestId, raw, value: parsed.data }
}

/** Codes of Node and undici that can only come before the first byte of a request was sent. */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
])

export function neverConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (BEFORE_SENDING.has(code) || /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return true
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverConnected)
  return error.cause !== undefined && neverConnected(error.cause)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON at all: undefined fails every schema, and an error body is then read as text.
    return undefined
  }
}

function singleValues(headers: Dispatcher.ResponseData['headers']): Record<string, string> {
  const single: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value
    if (first !== undefined) single[name.toLowerCase()] = first
  }
  return single
}

/** Seconds; the form with a date is not used by the services we call. */
function retryAfter(header: string | undefined): number | null {
  return header && /^\d{1,5}$/.test(header) ? Number(header) : null
}
