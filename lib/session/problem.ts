import type { ExplainedError, ProblemBody } from '../cloud/explained-error.ts'

/** Problems of our own routes and actions that no cloud service had a part in. */
export function ownError(title: string, cause: string | null, remedy: string): ExplainedError {
  return {
    title,
    cause,
    remedy,
    field: null,
    code: null,
    message: null,
    httpStatus: null,
    requestId: null,
    at: Date.now(),
  }
}

export function sessionEnded(): ProblemBody {
  return {
    problem: 'session-ended',
    error: ownError(
      'Your session has ended',
      'The token is no longer valid.',
      'Sign in to go on; what you typed is kept.',
    ),
  }
}
