import * as z from 'zod/mini'
import { type ExplainedError, ownError, type ProblemBody, problemBody } from '@/lib/cloud/explained-error'

/** A failed answer of one of our own routes, or none at all. */
export class ProblemError extends Error {
  readonly problem: ProblemBody['problem'] | 'unreachable' | 'unreadable'
  readonly error: ExplainedError
  /** HTTP status of the console's own answer; null when there was none. */
  readonly status: number | null

  constructor(problem: ProblemError['problem'], error: ExplainedError, status: number | null) {
    super(error.title)
    this.problem = problem
    this.error = error
    this.status = status
  }
}

/**
 * Reads one of the console's own routes and parses what comes.
 * @throws ProblemError, and the browser's AbortError when `signal` says so.
 */
export async function getJson<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.infer<Schema>> {
  const response = await ask(path, signal)
  const body: unknown = await response.json().catch(() => undefined)
  signal.throwIfAborted()
  if (!response.ok) throw toProblem(body, response.status)
  const parsed = z.safeParse(schema, body)
  if (!parsed.success) throw unreadable(response.status)
  return parsed.data
}

async function ask(path: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, { signal, headers: { accept: 'application/json' } })
  } catch (cause) {
    signal.throwIfAborted()
    throw new ProblemError('unreachable', unreachable(cause), null)
  }
}

function toProblem(body: unknown, status: number): ProblemError {
  const parsed = z.safeParse(problemBody, body)
  return parsed.success
    ? new ProblemError(parsed.data.problem, parsed.data.error, status)
    : unreadable(status)
}

/** Most likely the server was updated under an open page. */
function unreadable(status: number): ProblemError {
  return new ProblemError(
    'unreadable',
    ownError(
      'This page could not read Slipway’s answer',
      'Slipway may have been updated while the page was open.',
      'Reload the page; what you typed is kept.',
      { httpStatus: status },
    ),
    status,
  )
}

function unreachable(cause: unknown): ExplainedError {
  return ownError(
    'Slipway could not be reached',
    'The network is down, or Slipway’s server is not running.',
    'Check your connection. The page goes on by itself once it is back.',
    { message: cause instanceof Error ? cause.message : null },
  )
}
