import 'server-only'
import { CloudError } from '@/lib/cloud/errors'
import { explain } from '@/lib/cloud/explain'
import { ownError, type ProblemBody } from '@/lib/cloud/explained-error'
import { log } from '@/lib/config/log'
import type { Result } from '@/lib/result'
import { type ActiveSession, currentSession } from '@/lib/session/current'
import { sessionEnded } from '@/lib/session/problem'
import { endSession } from '@/lib/session/rows'
import { store } from '@/lib/store/store'

const STATUS = {
  'session-ended': 401,
  'not-found': 404,
  forbidden: 403,
  'bad-request': 400,
  upstream: 502,
  internal: 500,
} as const satisfies Record<ProblemBody['problem'], number>

/** `no-store` would keep the browser from ever asking with If-None-Match. */
const HEADERS = { 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' }

export function problem(body: ProblemBody): Response {
  return Response.json(body, { status: STATUS[body.problem], headers: HEADERS })
}

export function notFound(what: string): Response {
  return problem({
    problem: 'not-found',
    error: ownError(what, 'It may be deleted, or in another project.', 'Check the address.'),
  })
}

/**
 * JSON, or 304 when the browser holds this version already. A value that costs something is given as a function,
 * which a 304 does not call.
 */
export function json(request: Request, value: unknown, version?: string): Response {
  const etag = version && `"${version}"`
  if (etag && heldEtag(request) === etag) {
    return new Response(null, { status: 304, headers: { ...HEADERS, etag } })
  }
  return Response.json(typeof value === 'function' ? value() : value, {
    headers: etag ? { ...HEADERS, etag } : HEADERS,
  })
}

/** A reverse proxy that compresses answers makes their ETags weak ones: they count all the same (RFC 9110, 13.1.2). */
function heldEtag(request: Request): string | undefined {
  return request.headers.get('if-none-match')?.replace(/^W\//, '')
}

/**
 * What every route does around its own work: the session first, then the answer, and one shape for whatever goes
 * wrong. A bug is logged with an id the person can name; its text stays here.
 */
export async function asUser(answer: (session: ActiveSession) => Promise<Response>): Promise<Response> {
  const current = await currentSession()
  if (current.state !== 'active') return problem(sessionEnded())
  try {
    return await answer(current.session)
  } catch (error) {
    if (error instanceof CloudError) {
      if (error.tokenRefused) await endSession(store(), current.session.id)
      return problem(
        error.tokenRefused ? sessionEnded() : { problem: 'upstream', error: explain(error, Date.now()) },
      )
    }
    const errorId = crypto.randomUUID()
    log().error({ err: error, errorId }, 'a route failed')
    return problem({
      problem: 'internal',
      error: ownError('Slipway made an error', `Error id ${errorId}.`, 'Try again.'),
    })
  }
}

export function fromResult<T>(request: Request, result: Result<T, ProblemBody>): Response {
  return result.ok ? json(request, result.value) : problem(result.error)
}
