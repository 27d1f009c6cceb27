import 'server-only'
import { log } from '../config/log.ts'
import { findRegion } from '../config/regions.ts'
import { findJob } from '../jobs/rows.ts'
import type { Store } from '../store/store.ts'
import { waitAfter } from './back-off.ts'
import { webhookBody } from './body.ts'
import { type CallOutcome, callWebhook } from './call.ts'
import { type Claim, claimDue, recordAttempt } from './deliveries.ts'
import { findWebhook, type Webhook } from './rows.ts'
import { sign } from './signature.ts'
import type { DeliveryAnswer, DeliveryView } from './view.ts'

/** Calls at the same time, by one process. */
const CONCURRENT_CALLS = 8
/** The receiver says that there is nothing here and will not be. */
const GONE = 410

export type Delivering = {
  clock: () => number
  /** Whether an address may lead into the server's own network. */
  allowPrivate: boolean
  publicUrl: URL | null
  timeoutMs?: number
  /** 0 to 1, for the spread of waits. */
  random?: () => number
}

/** Makes the calls whose time has come. @returns how many there were */
export async function deliverDue(db: Store, options: Delivering): Promise<number> {
  const claims = await claimDue(db, options.clock(), CONCURRENT_CALLS)
  await Promise.all(claims.map((claim) => deliver(db, claim, options)))
  return claims.length
}

/** One attempt, and what follows from it. Null when webhook or import were deleted meanwhile. */
export async function deliver(db: Store, claim: Claim, options: Delivering): Promise<DeliveryAnswer | null> {
  const webhook = await findWebhook(db, claim.webhookId)
  const job = claim.jobId === null ? null : await findJob(db, claim.jobId)
  if (!webhook || (claim.jobId !== null && !job)) {
    const answer: DeliveryAnswer = { status: null, problem: 'interrupted', tookMs: 0 }
    await recordAttempt(db, claim, { state: 'given-up', answer, at: options.clock(), nextAttemptAt: null })
    return null
  }
  const body = webhookBody({
    deliveryId: claim.id,
    event: claim.event,
    project: webhook.project,
    region: findRegion(webhook.regionId)?.name ?? webhook.regionId,
    job,
    publicUrl: options.publicUrl,
  })
  const { retryAfterSeconds, ...answer } = await send(webhook, claim, body, options)
  const now = options.clock()
  const waitMs = mayHelpToWait(claim, answer)
    ? waitAfter(claim.attempts + 1, retryAfterSeconds, (options.random ?? Math.random)())
    : null
  const nextAttemptAt = waitMs === null || isTaken(answer) ? null : now + waitMs
  const state = stateAfter(answer, nextAttemptAt)
  // Never the address: a path may be a secret of the receiver's.
  if (state === 'given-up')
    log().warn({ webhook: webhook.id, delivery: claim.id, answer }, 'a call was given up')
  await recordAttempt(db, claim, { state, answer, at: now, nextAttemptAt })
  return answer
}

async function send(webhook: Webhook, claim: Claim, body: string, options: Delivering): Promise<CallOutcome> {
  if (webhook.secret === null)
    return { status: null, problem: 'no-secret', tookMs: 0, retryAfterSeconds: null }
  const headers = {
    'slipway-event': claim.event,
    'slipway-delivery': claim.id,
    'slipway-signature': sign(webhook.secret, body, Math.floor(options.clock() / 1000)),
  }
  return callWebhook(webhook.address, headers, body, options)
}

const isTaken = ({ status }: DeliveryAnswer) => status !== null && status >= 200 && status < 300

/** A test is asked for again by whoever looks at its answer. */
const mayHelpToWait = ({ event }: Claim, { status, problem }: DeliveryAnswer) =>
  event !== 'test' && status !== GONE && problem !== 'no-secret'

function stateAfter(answer: DeliveryAnswer, nextAttemptAt: number | null): DeliveryView['state'] {
  if (isTaken(answer)) return 'delivered'
  return nextAttemptAt === null ? 'given-up' : 'waiting'
}
