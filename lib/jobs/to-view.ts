import 'server-only'
import { explain } from '../cloud/explain.ts'
import { type ExplainedError, ownError } from '../cloud/explained-error.ts'
import { BROWSER_LAG_MS, checkIntervalMs, IDLE_POLL_MS } from './pace.ts'
import type { Job, StoredFailure } from './rows.ts'
import { isTerminal } from './states.ts'
import type { JobSummary, JobView } from './view.ts'

export function toJobSummary(job: Job): JobSummary {
  return {
    id: job.id,
    state: job.state,
    kind: job.request.kind,
    imageName: job.request.name,
    startedBy: job.user.name,
    submittedAt: job.submittedAt,
    sentAt: job.sentAt,
    endedAt: job.endedAt,
    failure: job.failure && explainStored(job.failure),
    imageId: job.imageId,
  }
}

export function toJobView(job: Job, place: JobView['place'] = null): JobView {
  return {
    ...toJobSummary(job),
    version: job.version,
    projectId: job.projectId,
    imsJobId: job.imsJobId,
    acceptedAt: job.acceptedAt,
    acceptedInMs: job.acceptedInMs,
    runningAt: job.runningAt,
    lastCheckedAt: job.lastCheckedAt,
    nextCheckAt: job.nextCheckAt,
    checkError: job.checkError && explainStored(job.checkError),
    lastAnswer: job.lastAnswer,
    request: job.request,
    usual: job.usual,
    place,
    pollAfterMs: pollAfterMs(job),
  }
}

/** A function of the row alone, so that an unchanged job has an unchanged view. */
function pollAfterMs(job: Job): number | null {
  if (isTerminal(job.state)) return null
  if (job.nextCheckAt === null || job.lastCheckedAt === null) return IDLE_POLL_MS
  return checkIntervalMs(job.lastCheckedAt - (job.acceptedAt ?? job.submittedAt)) + BROWSER_LAG_MS
}

export function explainStored(failure: StoredFailure): ExplainedError {
  const { kind, at, ...facts } = failure
  if (kind === 'taken-out')
    return ownError('Not sent: taken out by you', null, 'To import it after all, press Import again.', { at })
  if (kind === 'job-failed') return explain({ kind, code: facts.code, message: facts.cloudMessage }, at)
  return explain({ ...facts, kind }, at, 'importing')
}
