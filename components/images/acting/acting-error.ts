import { noAnswer } from '@/components/jobs/no-answer'
import { type ExplainedError, ownError } from '@/lib/cloud/explained-error'
import type { ActingProblem } from '@/lib/images/acting'

/** What a box says of a change that was not made, or may not have been; null where it is said elsewhere: at fields, or by the session's dialog. */
export function actingError(problem: ActingProblem): ExplainedError | null {
  switch (problem.reason) {
    case 'session-ended':
    case 'fields':
      return null
    case 'project-changed':
      return ownError(
        `You switched to ${problem.projectName} in another tab`,
        null,
        'Nothing was sent. Reload the page, or switch back.',
      )
    case 'gone':
      return ownError(
        'This image is not there any more',
        'It was deleted, or is not shared with this project any longer.',
        'Go back to the list of images.',
      )
    case 'not-done':
      return problem.error
  }
}

/** An action's answer was lost. */
export const lostAnswer = (): { ok: false; error: ActingProblem } => ({
  ok: false,
  error: { reason: 'not-done', error: noAnswer().error.error, isUnknown: true },
})
