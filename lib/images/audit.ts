import type { AuditOutcome } from '../audit/entry.ts'
import { outcomeOfResult } from '../audit/outcome-of-result.ts'
import type { Acted, ActingProblem } from './acting.ts'

/** What a change of an image says of itself, for the record. */
export function outcomeOfActed(acted: Acted<unknown>): AuditOutcome {
  return acted.ok ? { result: 'done' } : outcomeOfProblem(acted.error)
}

function outcomeOfProblem(problem: ActingProblem): AuditOutcome {
  switch (problem.reason) {
    case 'not-done':
      return outcomeOfNotDone(problem)
    case 'fields':
      return { result: 'refused', details: { answer: problem.fields } }
    case 'gone':
      return { result: 'refused', details: { reason: 'The image was not there any more.' } }
    case 'session-ended':
    case 'project-changed':
      return { result: 'refused', details: { reason: problem.reason } }
  }
}

/** What was taken before the refusal stays taken, so it belongs to the line. */
function outcomeOfNotDone({
  error,
  isUnknown,
  saved = [],
  halfOfTags,
}: Extract<ActingProblem, { reason: 'not-done' }>): AuditOutcome {
  const outcome = outcomeOfResult({ ok: false, error: { problem: 'upstream', error } })
  return {
    ...outcome,
    ...(isUnknown ? { result: 'unknown' } : {}),
    details: {
      ...outcome.details,
      ...(saved.length > 0 || halfOfTags
        ? { reason: 'Only a part was saved.', saved, ...(halfOfTags ? { halfOfTags } : {}) }
        : {}),
    },
  }
}
