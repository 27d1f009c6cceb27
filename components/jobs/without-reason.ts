import type { ExplainedError } from '@/lib/cloud/explained-error'
import type { JobView } from '@/lib/jobs/view'

/** What stands in the error box of an import that failed without any word of the cloud. */
export function withoutReason({ state, endedAt, submittedAt }: JobView): ExplainedError {
  return {
    title: state === 'rejected' ? 'IMS refused the request' : 'IMS ended the import without saying why',
    cause: null,
    remedy:
      'Look for the image by its name, then import again. If it fails the same way, copy the facts for support.',
    field: null,
    code: null,
    message: null,
    httpStatus: null,
    requestId: null,
    at: endedAt ?? submittedAt,
  }
}
