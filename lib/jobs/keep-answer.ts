import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '../config/log.ts'
import { once } from '../config/once-per-process.ts'
import type { Store } from '../store/store.ts'
import { advance, findJob, type JobChange } from './rows.ts'

const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 10_000
/** After so long a store will hardly come back to this process; its log has the job's id. */
const GIVE_UP_MS = 60 * 60_000

/** How a call that created something may end, for the import that it was made for. */
export type Answer = JobChange & { transition: 'accept' | 'refuse' | 'giveBack' | 'loseAnswer' }

/**
 * Keeps what IMS answered. Nobody else will ever have this answer, so that it is held on to while the store is away,
 * and put into the import also when that was given up in the meantime.
 *
 * @returns once it is kept, or, while the store is away, after the first attempt; the rest goes on by itself
 */
export async function keepAnswer(db: Store, jobId: string, answer: Answer): Promise<void> {
  try {
    await put(db, jobId, answer)
  } catch (error) {
    // A job's id is no secret, and with it an administrator can find the image.
    log().error({ err: error, jobId, imsJobId: answer.imsJobId }, 'the answer of IMS could not be kept yet')
    const inHand = answersInHand()
    const kept = keepTrying(db, jobId, answer).finally(() => inHand.delete(kept))
    inHand.add(kept)
  }
}

/** Resolves when nothing is left that only this process knows. */
export async function untilAnswersKept(): Promise<void> {
  await Promise.all(answersInHand())
}

const answersInHand = () => once('answers-in-hand', () => new Set<Promise<void>>())

async function keepTrying(db: Store, jobId: string, answer: Answer): Promise<void> {
  const giveUpAt = performance.now() + GIVE_UP_MS
  for (let pauseMs = FIRST_PAUSE_MS; performance.now() < giveUpAt; pauseMs *= 2) {
    await sleep(Math.min(pauseMs, LONGEST_PAUSE_MS))
    try {
      await put(db, jobId, answer)
      log().info({ jobId }, 'the answer of IMS is kept')
      return
    } catch {
      // Still away.
    }
  }
  log().error({ jobId, imsJobId: answer.imsJobId }, 'the answer of IMS was never kept')
}

async function put(db: Store, jobId: string, answer: Answer): Promise<void> {
  const job = await findJob(db, jobId)
  if (job?.state === 'submitting') {
    if (await advance(db, job, answer)) return
    return put(db, jobId, answer)
  }
  if (job?.state === 'unconfirmed' && answer.transition !== 'loseAnswer') {
    const transition = answer.transition === 'accept' ? 'acceptLate' : 'refuseLate'
    if (await advance(db, job, { ...answer, transition, checkError: null })) return
    return put(db, jobId, answer)
  }
  if (answer.transition !== 'loseAnswer')
    log().warn(
      { jobId, state: job?.state, imsJobId: answer.imsJobId },
      'the answer of IMS came after the import was closed',
    )
}
