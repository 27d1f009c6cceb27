import { ownError, type ProblemBody } from '../cloud/explained-error.ts'

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
