import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import type { CloudAnswer } from '../cloud/http.ts'
import { isMissingImage, readImsImage, readImsJob } from '../cloud/ims.ts'
import type { ImsJob } from '../cloud/wire/ims.ts'
import { type ActiveSession, toActive } from '../session/current.ts'
import { endSession, findLiveSession } from '../session/rows.ts'
import type { Store } from '../store/store.ts'
import { LONGEST_WAIT_MS } from './claims.ts'
import { checkIntervalMs } from './pace.ts'
import { advance, type Job, type JobChange, putOffChecks } from './rows.ts'
import { failureOf } from './stored-failure.ts'

/** Epoch milliseconds. */
export type Clock = () => number

/** One question to IMS about one job that this process has claimed, and what follows from the answer. */
export async function checkJob(db: Store, job: Job, clock: Clock): Promise<void> {
  const now = clock()
  const owner = { userId: job.user.id, projectId: job.projectId, regionId: job.regionId }
  const kept = await findLiveSession(db, owner, now)
  const session = kept && toActive(kept)
  const { imsJobId, imageId } = job
  if (!session) {
    await advance(db, job, { ...(job.state === 'paused' ? {} : { transition: 'pause' }), nextCheckAt: null })
    return
  }
  if (job.sentAt === null) {
    await advance(db, job, { transition: 'resumeWaiting', nextCheckAt: null })
    return
  }
  const question = imsJobId ? askJob(session, imsJobId) : askImage(session, imageId ?? '')
  await advance(db, job, await answerTo(db, session, job, question, clock))
}

type Answer = Omit<CloudAnswer<unknown>, 'value'> & { change: (job: Job, now: number) => JobChange }

async function askJob({ ims }: ActiveSession, imsJobId: string): Promise<Answer> {
  const { value, ...answer } = await readImsJob(ims, imsJobId)
  return { ...answer, change: (job, now) => afterJobAnswer(job, value, now) }
}

/** Of an import whose job id was lost: a person has said which image it made. */
async function askImage({ ims }: ActiveSession, imageId: string): Promise<Answer> {
  const { value, ...answer } = await readImsImage(ims, imageId)
  return { ...answer, change: (job, now) => afterImage(job, value.status, now) }
}

async function answerTo(
  db: Store,
  session: ActiveSession,
  job: Job,
  question: Promise<Answer>,
  clock: Clock,
): Promise<JobChange> {
  try {
    const { change, status, requestId, raw } = await question
    const now = clock()
    const answer = { at: now, httpStatus: status, requestId, body: raw }
    return { ...change(job, now), lastCheckedAt: now, checkError: null, lastAnswer: answer }
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    const now = clock()
    if (error.tokenRefused) {
      // The token ended before its time. Its owner signs in again; another session of theirs is tried at once.
      await endSession(db, session.id)
      return { nextCheckAt: now }
    }
    if (!job.imsJobId && isMissingImage(error))
      return { ...failed('The image is gone.', now), checkError: null }
    const askedMs = Math.min((error.retryAfterSeconds ?? 0) * 1000, LONGEST_WAIT_MS)
    // It is the project's calls that are too many, not those about this job alone.
    if (askedMs > 0) await putOffChecks(db, job, now + askedMs)
    return {
      checkError: failureOf(error, now),
      nextCheckAt: now + Math.max(checkIntervalMs(age(job, now)), askedMs),
    }
  }
}

function age(job: Job, now: number): number {
  return now - (job.acceptedAt ?? job.submittedAt)
}

/** What IMS's answer about a job changes; of one that was not sent from here its image's name, too. */
export function afterJobAnswer(job: Job, answer: ImsJob, now: number): JobChange {
  const name = answer.entities?.image_name
  const isNews = job.request === null && name && name !== job.imageName
  return { ...afterAnswer(job, answer, now), ...(isNews ? { imageName: name } : {}) }
}

/** The words of a job's status are compared without case: table and prose of the contract disagree (ims.md 4). */
function afterAnswer(job: Job, answer: ImsJob, now: number): JobChange {
  const nextCheckAt = now + checkIntervalMs(age(job, now))
  switch (answer.status.toUpperCase()) {
    case 'SUCCESS':
      return {
        transition: 'succeed',
        // Of an export it is the image that was exported (ims.md 4).
        imageId: job.kind === 'export' ? null : (answer.entities?.image_id ?? null),
        endedAt: endOf(answer, job, now),
        nextCheckAt: null,
      }
    case 'FAIL':
      return {
        ...failed(answer.fail_reason ?? null, now, answer.error_code ?? null),
        endedAt: endOf(answer, job, now),
        imageId: job.kind === 'export' ? null : (answer.entities?.image_id ?? null),
      }
    case 'INIT':
      return job.state === 'paused' ? { transition: 'resumeQueued', nextCheckAt } : { nextCheckAt }
    case 'RUNNING':
      return job.state === 'running'
        ? { nextCheckAt }
        : { transition: 'begin', runningAt: job.runningAt ?? now, nextCheckAt }
    default:
      // A word the contract does not have: the page shows the last answer, and the next one may say more.
      return { nextCheckAt }
  }
}

/** The states of an image that is being made, and of one that will not be (ims.md 15). */
function afterImage(job: Job, status: string, now: number): JobChange {
  switch (status.toLowerCase()) {
    case 'active':
      return { transition: 'succeed', endedAt: now, nextCheckAt: null }
    case 'killed':
    case 'error':
    case 'deleted':
    case 'pending_delete':
      return failed(`The image is ${status}.`, now)
    default:
      return {
        ...(job.state === 'paused' ? { transition: 'begin' } : {}),
        nextCheckAt: now + checkIntervalMs(age(job, now)),
      }
  }
}

const failed = (cloudMessage: string | null, now: number, code: string | null = null): JobChange => ({
  transition: 'fail',
  endedAt: now,
  nextCheckAt: null,
  failure: {
    service: 'IMS',
    kind: 'job-failed',
    status: null,
    code,
    cloudMessage,
    requestId: null,
    at: now,
  },
})

/** When it ended by IMS's clock, if that lies between submission and now; else now. */
function endOf(answer: ImsJob, job: Job, now: number): number {
  const said = Date.parse(answer.end_time ?? '')
  return said >= job.submittedAt && said <= now ? said : now
}
