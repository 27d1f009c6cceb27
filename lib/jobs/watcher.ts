import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import type { CloudAnswer } from '../cloud/http.ts'
import { isMissingImage, readImsImage, readImsJob } from '../cloud/ims.ts'
import type { ImsJob } from '../cloud/wire/ims.ts'
import { log } from '../config/log.ts'
import { type ActiveSession, toActive } from '../session/current.ts'
import { endSession, findLiveSession } from '../session/rows.ts'
import type { Store } from '../store/store.ts'
import { checkIntervalMs } from './pace.ts'
import { advance, dropOldJobs, type Job, type JobChange, listDueJobs, listOrphans } from './rows.ts'
import { failureOf } from './stored-failure.ts'

const TICK_MS = 250
/** Questions to IMS at the same time. */
const CONCURRENT_CHECKS = 8
/** A read of the store that keeps failing is retried at this pace instead of at every tick. */
const AFTER_FAILURE_MS = 5_000
/** Ended imports are kept this long, as the jobs page says. */
const KEEP_ENDED_MS = 90 * 24 * 3_600_000
const CLEAN_UP_MS = 3_600_000

/**
 * Watches every import that IMS has, whether or not a browser is open. Timers hold no truth: each round asks the
 * store what is due, so a restarted server goes on where the last one stopped.
 */
export function startWatcher(db: Store): { stop: () => Promise<void> } {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  let cleanUpAt = 0
  const tick = async () => {
    let waitMs = TICK_MS
    try {
      if (Date.now() >= cleanUpAt) {
        await dropOldJobs(db, Date.now() - KEEP_ENDED_MS)
        cleanUpAt = Date.now() + CLEAN_UP_MS
      }
      await checkDueJobs(db, Date.now)
    } catch (error) {
      log().error({ err: error }, 'the watcher could not read the store')
      waitMs = AFTER_FAILURE_MS
    }
    if (!stopped) timer = setTimeout(run, waitMs)
  }
  const run = () => {
    round = tick()
  }
  run()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}

type Clock = () => number

/** One round: every job that is due is asked about once, so many at a time. */
export async function checkDueJobs(db: Store, clock: Clock): Promise<void> {
  const due = await listDueJobs(db, clock(), CONCURRENT_CHECKS)
  await Promise.all(due.map((job) => check(db, job, clock)))
}

/** An import whose call was on its way when the server died: whether IMS took it is not known. */
export async function markOrphans(db: Store, beganAt: number): Promise<void> {
  for (const job of await listOrphans(db, beganAt)) await advance(db, job, { state: 'unconfirmed' })
}

/** One question to IMS about one job, and what follows from the answer. */
async function check(db: Store, job: Job, clock: Clock): Promise<void> {
  const now = clock()
  const owner = { userId: job.user.id, projectId: job.projectId, regionId: job.regionId }
  const kept = await findLiveSession(db, owner, now)
  const session = kept && toActive(kept)
  const { imsJobId, imageId } = job
  if (!session || (!imsJobId && !imageId)) {
    await advance(db, job, { ...(job.state === 'paused' ? {} : { state: 'paused' }), nextCheckAt: null })
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
    const waitMs = Math.max(checkIntervalMs(age(job, now)), (error.retryAfterSeconds ?? 0) * 1000)
    return { checkError: failureOf(error, now), nextCheckAt: now + waitMs }
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
        state: 'succeeded',
        imageId: answer.entities?.image_id ?? null,
        endedAt: endOf(answer, job, now),
        nextCheckAt: null,
      }
    case 'FAIL':
      return {
        ...failed(answer.fail_reason ?? null, now, answer.error_code ?? null),
        endedAt: endOf(answer, job, now),
        imageId: answer.entities?.image_id ?? null,
      }
    case 'INIT':
      return job.state === 'paused' ? { state: 'queued', nextCheckAt } : { nextCheckAt }
    case 'RUNNING':
      return job.state === 'running'
        ? { nextCheckAt }
        : { state: 'running', runningAt: job.runningAt ?? now, nextCheckAt }
    default:
      // A word the contract does not have: the page shows the last answer, and the next one may say more.
      return { nextCheckAt }
  }
}

/** The states of an image that is being made, and of one that will not be (ims.md 15). */
function afterImage(job: Job, status: string, now: number): JobChange {
  switch (status.toLowerCase()) {
    case 'active':
      return { state: 'succeeded', endedAt: now, nextCheckAt: null }
    case 'killed':
    case 'error':
    case 'deleted':
    case 'pending_delete':
      return failed(`The image is ${status}.`, now)
    default:
      return {
        ...(job.state === 'paused' ? { state: 'running' } : {}),
        nextCheckAt: now + checkIntervalMs(age(job, now)),
      }
  }
}

const failed = (cloudMessage: string | null, now: number, code: string | null = null): JobChange => ({
  state: 'failed',
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
