import 'server-only'
import type { CloudError } from '../cloud/errors.ts'
import { isFlowLimit } from '../cloud/flow-limit.ts'
import { log } from '../config/log.ts'
import { CLAIM_MS, LONGEST_WAIT_MS } from '../jobs/claims.ts'
import type { Answer } from '../jobs/keep-answer.ts'
import { type Rounds, startRounds } from '../jobs/rounds.ts'
import { advance, findJobOfProject } from '../jobs/rows.ts'
import { countSendsInHand, refused, send } from '../jobs/send.ts'
import { listTurns, type Turn } from '../jobs/turns.ts'
import { type ActiveSession, toActive } from '../session/current.ts'
import { endSession, findLiveSession } from '../session/rows.ts'
import { holdLease, releaseLease } from '../store/lease.ts'
import type { Store } from '../store/store.ts'
import { keepOnce, type Wanted } from './keep.ts'
import type { Submission } from './submit.ts'

/** Calls that create something, at the same time, from one process. */
const SENDS_AT_ONCE = 8
/** How long a project's queue rests when IMS says that it has too much to do, and does not say for how long. */
const REST_MS = 30_000
const LEASE = 'queue'

/**
 * Keeps an import to be sent when its turn comes: in the order of their coming, as soon as fewer of the project's
 * imports run than IMS takes at once. Nothing has been sent while it waits, so that a crash costs nothing.
 */
export async function queueOnce(
  db: Store,
  session: ActiveSession,
  wanted: Wanted,
): Promise<Exclude<Submission, { outcome: 'refused' }>> {
  const kept = await keepOnce(db, session, wanted, { state: 'waiting' })
  return kept.outcome === 'new' ? { outcome: 'kept', jobId: wanted.submissionId } : kept
}

/** "Take it out": closes an import that was never sent. False when it is on its way by now. */
export async function takeOut(db: Store, session: ActiveSession, jobId: string): Promise<boolean> {
  const job = await findJobOfProject(db, session.project.id, jobId)
  if (!job || job.sentAt !== null || (job.state !== 'waiting' && job.state !== 'paused')) return false
  const now = Date.now()
  const failure = { service: 'IMS', kind: 'taken-out', status: null, code: null, cloudMessage: null } as const
  return advance(db, job, {
    transition: 'takeOut',
    endedAt: now,
    nextCheckAt: null,
    failure: { ...failure, requestId: null, at: now },
  })
}

/**
 * Sends what waits. Of the processes that share a store one does so at a time: counting what runs and sending one
 * more must not be done by two at once.
 */
export function startQueue(db: Store, claimant: string): Rounds {
  const rounds = startRounds('sending what waits', async () => {
    const now = Date.now()
    if (await holdLease(db, LEASE, claimant, now, CLAIM_MS)) await sendWaiting(db, claimant, now)
  })
  return {
    stop: async () => {
      await rounds.stop()
      await releaseLease(db, LEASE, claimant)
    },
  }
}

/** Begins to send each import whose turn has come. The calls themselves go on after it has returned. */
export async function sendWaiting(db: Store, claimant: string, now: number): Promise<Promise<unknown>[]> {
  const begun: Promise<unknown>[] = []
  for (const turn of await listTurns(db, now, SENDS_AT_ONCE - countSendsInHand())) {
    const taken = await take(db, claimant, turn, now)
    if (taken) begun.push(sendInTurn(db, taken, turn, claimant))
  }
  return begun
}

/** Its owner's session, once it is this process's to send; null when it is not, or has nobody to send it for. */
async function take(db: Store, claimant: string, job: Turn, now: number): Promise<ActiveSession | null> {
  const owner = { userId: job.user.id, projectId: job.projectId, regionId: job.regionId }
  const kept = await findLiveSession(db, owner, now)
  const session = kept && toActive(kept)
  if (!session) {
    await advance(db, job, { transition: 'pause', nextCheckAt: null })
    return null
  }
  const change = { transition: 'send', sentAt: now, nextCheckAt: null, checkError: null } as const
  return (await advance(db, job, change, { by: claimant, until: now + CLAIM_MS })) ? session : null
}

async function sendInTurn(
  db: Store,
  session: ActiveSession,
  { id, request }: Turn,
  claimant: string,
): Promise<void> {
  try {
    const refusal = await send(db, session, { id, request, claimant }, afterRefusal)
    if (refusal?.tokenRefused) await endSession(db, session.id)
  } catch (error) {
    log().error({ err: error, jobId: id }, 'an import could not be sent')
  }
}

/** What says nothing about this import is no reason to close it: it waits on. */
function afterRefusal(error: CloudError, now: number): Answer {
  const asked = (error.retryAfterSeconds ?? 0) * 1000
  const rest = Math.min(asked || REST_MS, LONGEST_WAIT_MS)
  if (error.tokenRefused) return { transition: 'giveBack', sentAt: null, nextCheckAt: now }
  if (isFlowLimit(error) || error.kind === 'unreachable')
    return { transition: 'giveBack', sentAt: null, nextCheckAt: now + rest }
  return refused(error, now)
}
