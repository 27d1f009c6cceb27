import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import * as z from 'zod/mini'
import type { Store } from '../store/store.ts'
import type { WebhookDeliveryTable } from '../store/tables.ts'
import { type DeliveryAnswer, type DeliveryView, deliveryAnswer, WEBHOOK_EVENTS } from './view.ts'

/** Longer than a call may take: whoever claimed it and is not done by then has died. */
const LEASE_MS = 60_000
const LISTED = 50

/** A delivery that this process alone may make until `claimedUntil`. */
export type Claim = {
  id: string
  webhookId: string
  jobId: string | null
  event: DeliveryView['event']
  attempts: number
  claimedBy: string
}

const event = z.enum(WEBHOOK_EVENTS)
const state = z.enum(['waiting', 'delivered', 'given-up'])

/**
 * Claims up to `limit` deliveries whose time has come. Of two processes over one store each gets others: a claim is
 * one guarded update, and only who changed the row has it.
 */
export async function claimDue(db: Store, now: number, limit: number): Promise<Claim[]> {
  const due = await db
    .selectFrom('webhook_delivery')
    .select(['id', 'webhook_id', 'job_id', 'event', 'attempts'])
    .where('state', '=', 'waiting')
    .where('next_attempt_at', '<=', now)
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<', now)]))
    .orderBy('next_attempt_at')
    .limit(limit)
    .execute()
  const claims: Claim[] = []
  for (const row of due) {
    const claimedBy = randomUUID()
    const { numUpdatedRows } = await db
      .updateTable('webhook_delivery')
      .set({ claimed_by: claimedBy, claimed_until: now + LEASE_MS })
      .where('id', '=', row.id)
      .where('state', '=', 'waiting')
      .where('next_attempt_at', '<=', now)
      .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<', now)]))
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) continue
    claims.push({
      id: row.id,
      webhookId: row.webhook_id,
      jobId: row.job_id,
      event: z.parse(event, row.event),
      attempts: row.attempts,
      claimedBy,
    })
  }
  return claims
}

/** A test is made at once, by who asked for it: it never waits, and is claimed from the start. */
export async function insertTest(db: Store, webhookId: string, now: number): Promise<Claim> {
  const claim: Claim = {
    id: randomUUID(),
    webhookId,
    jobId: null,
    event: 'test',
    attempts: 0,
    claimedBy: randomUUID(),
  }
  await db
    .insertInto('webhook_delivery')
    .values({
      id: claim.id,
      webhook_id: webhookId,
      event: claim.event,
      state: 'given-up',
      attempts: 0,
      created_at: now,
      claimed_by: claim.claimedBy,
    })
    .execute()
  return claim
}

/** What became of a claimed attempt; nothing is changed when somebody else has it by now. */
export async function recordAttempt(
  db: Store,
  claim: Claim,
  result: {
    state: DeliveryView['state']
    answer: DeliveryAnswer
    at: number
    /** Null unless it waits. */
    nextAttemptAt: number | null
  },
): Promise<void> {
  await db
    .updateTable('webhook_delivery')
    .set({
      state: result.state,
      attempts: claim.attempts + 1,
      last_attempt_at: result.at,
      last_answer: JSON.stringify(result.answer),
      next_attempt_at: result.nextAttemptAt,
      claimed_by: null,
      claimed_until: null,
    })
    .where('id', '=', claim.id)
    .where('claimed_by', '=', claim.claimedBy)
    .execute()
}

/** "Send again", of one that was given up: its attempts begin anew. False when it is not so, or not this webhook's. */
export async function reviveDelivery(
  db: Store,
  webhookId: string,
  id: string,
  now: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook_delivery')
    .set({ state: 'waiting', attempts: 0, next_attempt_at: now })
    .where('id', '=', id)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'given-up')
    .where('event', '<>', 'test')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The newest of a webhook. */
export async function listDeliveries(db: Store, webhookId: string): Promise<DeliveryView[]> {
  const rows = await db
    .selectFrom('webhook_delivery')
    .selectAll()
    .where('webhook_id', '=', webhookId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(LISTED)
    .execute()
  return rows.map(toView)
}

function toView(row: Selectable<WebhookDeliveryTable>): DeliveryView {
  return {
    id: row.id,
    event: z.parse(event, row.event),
    jobId: row.job_id,
    imageName: row.image_name,
    state: z.parse(state, row.state),
    attempts: row.attempts,
    createdAt: row.created_at,
    lastAttemptAt: row.last_attempt_at,
    lastAnswer: row.last_answer === null ? null : z.parse(deliveryAnswer, JSON.parse(row.last_answer)),
    nextAttemptAt: row.next_attempt_at,
  }
}

/** Drops what was done with before `createdBefore`, epoch milliseconds. */
export async function dropOldDeliveries(db: Store, createdBefore: number): Promise<void> {
  await db
    .deleteFrom('webhook_delivery')
    .where('created_at', '<', createdBefore)
    .where('state', '<>', 'waiting')
    .execute()
}
