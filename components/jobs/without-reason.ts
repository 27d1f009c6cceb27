import type { ExplainedError } from '@/lib/cloud/explained-error'
import type { JobView } from '@/lib/jobs/view'
import { WORK_WORDS, workOf } from '@/lib/jobs/work'

/** What stands in the error box of an import that failed without any word of the cloud. */
export function withoutReason({ kind, state, endedAt, submittedAt }: JobView): ExplainedError {
  const { noun } = WORK_WORDS[workOf(kind)]
  return {
    title: state === 'rejected' ? 'IMS refused the request' : `IMS ended the ${noun} without saying why`,
    cause: null,
    remedy: `Look whether it is there all the same, then start the ${noun} again. If it fails the same way, copy the facts for support.`,
    field: null,
    code: null,
    message: null,
    httpStatus: null,
    requestId: null,
    at: endedAt ?? submittedAt,
  }
}
