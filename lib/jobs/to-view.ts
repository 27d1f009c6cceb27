import 'server-only'
import * as z from 'zod/mini'
import { explain } from '../cloud/explain.ts'
import { type ExplainedError, ownError } from '../cloud/explained-error.ts'
import { imsJob } from '../cloud/wire/ims.ts'
import { BROWSER_LAG_MS, checkIntervalMs, IDLE_POLL_MS } from './pace.ts'
import type { Job, StoredFailure } from './rows.ts'
import { isTerminal } from './states.ts'
import type { JobSummary, JobView } from './view.ts'

type Summarised = Pick<
  Job,
  | 'id'
  | 'version'
  | 'state'
  | 'kind'
  | 'imageName'
  | 'file'
  | 'submittedAt'
  | 'sentAt'
  | 'endedAt'
  | 'failure'
  | 'imageId'
  | 'ofImageId'
  | 'imsJobId'
  | 'usual'
> & {
  user: { name: string }
  /** Not sent from here, but added by the id that IMS gave. */
  isAdded: boolean
}

export function toJobSummary(job: Summarised): JobSummary {
  const { user, isAdded } = job
  return {
    id: job.id,
    version: job.version,
    state: job.state,
    kind: job.kind,
    imageName: nameOf(job),
    file: job.file,
    startedBy: isAdded ? null : user.name,
    addedBy: isAdded ? user.name : null,
    submittedAt: job.submittedAt,
    sentAt: job.sentAt,
    endedAt: job.endedAt,
    failure: job.failure && explainStored(job.failure, job.kind),
    imageId: job.imageId,
    ofImageId: job.ofImageId,
    imsJobId: job.imsJobId,
    usual: job.usual,
  }
}

/** Of a job that was not sent from here the name may not be known yet. */
export function nameOf({ imageName, imsJobId, id }: Pick<Job, 'imageName' | 'imsJobId' | 'id'>): string {
  return imageName || `Job ${shortened(imsJobId ?? id)}`
}

function shortened(id: string): string {
  return `${id.slice(0, 4)}…${id.slice(-4)}`
}

export const summarised = (job: Job): Summarised => ({ ...job, isAdded: job.request === null })

/** IMS says it with every answer; only of a job that was not sent from here it is news. */
function jobTypeIn(answer: Job['lastAnswer']): string | null {
  const said = z.safeParse(imsJob, answer?.body)
  return said.success ? (said.data.job_type ?? null) : null
}

export function toJobView(job: Job, place: JobView['place'] = null): JobView {
  return {
    ...toJobSummary(summarised(job)),
    projectId: job.projectId,
    acceptedAt: job.acceptedAt,
    acceptedInMs: job.acceptedInMs,
    runningAt: job.runningAt,
    lastCheckedAt: job.lastCheckedAt,
    nextCheckAt: job.nextCheckAt,
    checkError: job.checkError && explainStored(job.checkError, job.kind),
    lastAnswer: job.lastAnswer,
    request: job.request,
    place,
    jobType: job.request ? null : jobTypeIn(job.lastAnswer),
    pollAfterMs: pollAfterMs(job),
  }
}

/** A function of the row alone, so that an unchanged job has an unchanged view. */
function pollAfterMs(job: Job): number | null {
  if (isTerminal(job.state)) return null
  if (job.nextCheckAt === null || job.lastCheckedAt === null) return IDLE_POLL_MS
  return checkIntervalMs(job.lastCheckedAt - (job.acceptedAt ?? job.submittedAt)) + BROWSER_LAG_MS
}

/** Which right is missing when IMS refuses. */
const DOING = { export: 'export-image', copy: 'copy-image' } as const

export function explainStored(failure: StoredFailure, kind: Job['kind'] = null): ExplainedError {
  const { kind: how, at, ...facts } = failure
  if (how === 'taken-out')
    return ownError('Not sent: taken out by you', null, 'To import it after all, press Import again.', { at })
  const doing = kind === 'export' || kind === 'copy' ? DOING[kind] : 'importing'
  if (how === 'job-failed')
    return explain({ kind: how, code: facts.code, message: facts.cloudMessage }, at, doing)
  return explain({ ...facts, kind: how }, at, doing)
}
