import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import { startJob } from '../cloud/ims.ts'
import type { JobRequest } from '../cloud/job-request.ts'
import { once } from '../config/once-per-process.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { whileClaimed } from './claims.ts'
import { type Answer, keepAnswer, untilAnswersKept } from './keep-answer.ts'
import { deleteJob } from './rows.ts'
import { failureOf } from './stored-failure.ts'

const sendsInHand = () => once('sends-in-hand', () => new Set<Promise<unknown>>())

export const countSendsInHand = () => sendsInHand().size

/** Resolves when no call is on its way and nothing is left that only this process knows. */
export async function untilAnswered(): Promise<void> {
  while (sendsInHand().size > 0) await Promise.allSettled(sendsInHand())
  await untilAnswersKept()
}

/**
 * The one place that sends an import, an export or a copy: kept as `submitting` and claimed by `claimant`, this process. An answer that proves nothing
 * was accepted makes it `rejected`; no answer makes it `unconfirmed`, and it is never sent again by itself, since IMS
 * cannot tell a repeated request from a new one (ims.md 0).
 *
 * @param onRefusal what becomes of it when IMS took nothing
 * @returns the refusal, or null when IMS has it or may have it
 */
export function send(
  db: Store,
  session: ActiveSession,
  { id, request, claimant }: { id: string; request: JobRequest; claimant: string },
  onRefusal: (error: CloudError, now: number) => Answer | Promise<Answer | null>,
): Promise<CloudError | null> {
  const sending = whileClaimed(db, { id, claimant }, Date.now, async () => {
    try {
      const { imsJobId, tookMs, status, requestId, raw } = await startJob(session.ims, request)
      const now = Date.now()
      await keepAnswer(db, id, {
        transition: 'accept',
        imsJobId,
        acceptedAt: now,
        acceptedInMs: tookMs,
        lastAnswer: { at: now, httpStatus: status, requestId, body: raw },
        nextCheckAt: now,
      })
      return null
    } catch (error) {
      if (!(error instanceof CloudError)) throw error
      const now = Date.now()
      if (!error.tokenRefused && !error.provesNothingHappened) {
        await keepAnswer(db, id, { transition: 'loseAnswer', checkError: failureOf(error, now) })
        return null
      }
      const answer = await onRefusal(error, now)
      if (answer) await keepAnswer(db, id, answer)
      return error
    }
  })
  sendsInHand().add(sending)
  return sending.finally(() => sendsInHand().delete(sending))
}

export function refused(error: CloudError, now: number): Answer {
  return { transition: 'refuse', endedAt: now, failure: failureOf(error, now), nextCheckAt: null }
}

/**
 * Sends what a person has just asked for. A refusal closes it, unless the token was refused: nobody failed then, and
 * the person signs in again and sends the same form, so it is forgotten.
 */
export function sendOrForget(
  db: Store,
  session: ActiveSession,
  job: { id: string; request: JobRequest; claimant: string },
): Promise<CloudError | null> {
  return send(db, session, job, async (refusal, now) => {
    if (!refusal.tokenRefused) return refused(refusal, now)
    await deleteJob(db, job.id)
    return null
  })
}
