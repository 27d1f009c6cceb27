import { ownError, type ProblemBody } from '@/lib/cloud/explained-error'

/** An action's answer was lost: the network is down, or the server was restarted or updated meanwhile. */
export const noAnswer = (): { ok: false; error: ProblemBody } => ({
  ok: false,
  error: {
    problem: 'internal',
    error: ownError(
      'Slipway did not answer, so it is not known whether it did this',
      'The connection broke, or the server was restarted.',
      'Reload the page: it says how the import stands. Whatever was sent anew is under Jobs.',
    ),
  },
})
