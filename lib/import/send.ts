import 'server-only'
import { CloudError } from '../cloud/errors.ts'
import type { ImportRequest } from '../cloud/import-request.ts'
import { startImport } from '../cloud/ims.ts'
import { once } from '../config/once-per-process.ts'
import { whileClaimed } from '../jobs/claims.ts'
import { failureOf } from '../jobs/stored-failure.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type Answer, keepAnswer, untilAnswersKept } from './keep-answer.ts'

const sendsInHand = () => once('sends-in-hand', () => new Set<Promise<unknown>>())

export const countSendsInHand = () => sendsInHand().size

/** Resolves when no call is on its way and nothing is left that only this process knows. */
export async function untilAnswered(): Promise<void> {
  while (sendsInHand().size > 0) await Promise.allSettled(sendsInHand())
  await untilAnswersKept()
}

/**
 * The one place that sends an import: kept as `submitting` and claimed by `claimant`, this process. An answer that proves nothing
 * was accepted makes it `rejected`; no answer makes it `unconfirmed`, and it is never sent again by itself, since IMS
 * cannot tell a repeated request from a new one (ims.md 0).
 *
 * @param onRefusal what becomes of it when IMS took nothing
 * @returns the refusal, or null when IMS has it or may have it
 */
export function send(
  db: Store,
  session: ActiveSession,
  { id, request, claimant }: { id: string; request: ImportRequest; claimant: string },
  onRefusal: (error: CloudError, now: number) => Answer | Promise<Answer | null>,
): Promise<CloudError | null> {
  const sending = whileClaimed(db, { id, claimant }, Date.now, async () => {
    try {
      const { imsJobId, tookMs, status, requestId, raw } = await startImport(session.ims, request)
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
