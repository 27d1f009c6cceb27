import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { type S3Client, S3ServiceException } from '@aws-sdk/client-s3'
import { CloudError } from '../errors.ts'
import { safeText } from '../explanations/safe-text.ts'
import { neverConnected, READ_DEADLINE_MS } from '../http.ts'
import { clientFor, type ObsAccess } from './client.ts'

const ATTEMPTS = 3
const FIRST_BACKOFF_MS = 200

export type ObsCallChoices = {
  signal?: AbortSignal
  /** Over all attempts, the reading of a body included. */
  deadlineMs?: number
}

/**
 * One read of OBS. Repeated with jitter where obs.md 6 says so (429, 500, 502 to 504, RequestTimeout) and when the
 * connection broke, as long as the deadline lasts.
 *
 * @throws CloudError of service OBS, and nothing else; its code is OBS's own, null where only a status came (HEAD).
 */
export async function callObs<T>(
  access: ObsAccess,
  send: (client: S3Client, signal: AbortSignal) => Promise<T>,
  { signal: outer, deadlineMs = READ_DEADLINE_MS }: ObsCallChoices = {},
): Promise<T> {
  const deadline = AbortSignal.timeout(deadlineMs)
  const signal = outer ? AbortSignal.any([deadline, outer]) : deadline
  const client = clientFor(access)
  for (let attempt = 1; ; attempt++) {
    try {
      signal.throwIfAborted()
      return await send(client, signal)
    } catch (thrown) {
      const error = toCloudError(thrown, deadline.aborted || isTimeout(outer?.reason))
      if (signal.aborted || attempt >= ATTEMPTS || !worthRepeating(error)) throw error
      const backoffMs = FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + Math.random())
      try {
        await sleep(Math.max(backoffMs, (error.retryAfterSeconds ?? 0) * 1000), undefined, { signal })
      } catch {
        // The deadline passed while waiting: what went wrong before it says more than the deadline does.
        throw error
      }
    }
  }
}

function worthRepeating({ kind, status, code }: CloudError): boolean {
  if (kind === 'unreachable' || kind === 'interrupted') return true
  if (kind !== 'answered') return false
  return code === 'RequestTimeout' || [429, 500, 502, 503, 504].includes(status ?? 0)
}

/** The caller's own deadline passed, and not a person's patience. */
const isTimeout = (reason: unknown): boolean => reason instanceof Error && reason.name === 'TimeoutError'

function toCloudError(thrown: unknown, tooLate: boolean): CloudError {
  if (thrown instanceof CloudError) return thrown
  if (tooLate) return new CloudError({ service: 'OBS', kind: 'timeout' })
  const answer = answerOf(thrown)
  if (thrown instanceof S3ServiceException && answer.status !== null && answer.status >= 300)
    return new CloudError({
      service: 'OBS',
      kind: 'answered',
      ...answer,
      code: codeOf(thrown),
      cloudMessage: safeText(codeOf(thrown) === null ? null : thrown.message),
    })
  if (answer.status !== null)
    return new CloudError({
      service: 'OBS',
      kind: answer.status >= 400 ? 'answered' : 'unreadable',
      ...answer,
    })
  return new CloudError({ service: 'OBS', kind: neverConnected(thrown) ? 'unreachable' : 'interrupted' })
}

/** Names the SDK makes up where no body told a code. */
const MADE_UP = /^(NotFound|Unknown|UnknownError|Forbidden|BadRequest|\d{3}|S3ServiceException|Error)$/

function codeOf({ name }: S3ServiceException): string | null {
  return MADE_UP.test(name) || !/^[A-Za-z.]{3,60}$/.test(name) ? null : name
}

/** The answer that the SDK leaves with what it throws, if there was one. */
function answerOf(thrown: unknown): {
  status: number | null
  requestId: string | null
  retryAfterSeconds: number | null
} {
  const none = { status: null, requestId: null, retryAfterSeconds: null }
  if (!(thrown instanceof Error)) return none
  const response = '$response' in thrown ? thrown.$response : undefined
  if (typeof response !== 'object' || response === null) return none
  const status =
    'statusCode' in response && typeof response.statusCode === 'number' ? response.statusCode : null
  const header = (name: string) => headerOf(response, name)
  const retryAfter = header('retry-after')
  return {
    status,
    requestId: header('x-obs-request-id') ?? header('x-amz-request-id'),
    retryAfterSeconds: retryAfter && /^\d{1,5}$/.test(retryAfter) ? Number(retryAfter) : null,
  }
}

/** A header of an answer as the SDK hands it on; its types call the answer unknown. */
export function headerOf(response: unknown, name: string): string | null {
  if (typeof response !== 'object' || response === null || !('headers' in response)) return null
  const { headers } = response
  if (typeof headers !== 'object' || headers === null) return null
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  return typeof found === 'string' ? found : null
}
