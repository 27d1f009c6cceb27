import type { CloudError } from '../cloud/errors.ts'
import type { StoredFailure } from './rows.ts'

/** What is kept of a failed call: the facts, not their explanation, which may learn. */
export function failureOf(error: CloudError, at: number): StoredFailure {
  const { service, kind, status, code, cloudMessage, requestId } = error
  return { service, kind, status, code, cloudMessage, requestId, at }
}
