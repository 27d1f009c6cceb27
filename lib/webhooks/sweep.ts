import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Store } from '../store/store.ts'
import type { WebhookEvent } from './view.ts'

const DAY_MS = 24 * 3_600_000
/** How long deliveries are kept, as the settings page says. */
export const KEEP_DELIVERIES_MS = 30 * DAY_MS
/** A day less than deliveries are kept: an import whose delivery was dropped must not look like one that has none. */
const LOOK_BACK_MS = KEEP_DELIVERIES_MS - DAY_MS
const AT_ONCE = 100

/**
 * Writes a delivery for each import that has ended since its project's webhook was set and has none. Deliveries come of
 * what the store holds and not of the moment of the end, so no crash in between loses one; two processes that sweep at
 * once meet in the table's unique key. Refused requests are told where they are made, in the form.
 *
 * @returns whether there may be more
 */
export async function sweepEnds(db: Store, now: number): Promise<boolean> {
  const ended = await db
    .selectFrom('webhook')
    .innerJoin('job', (join) =>
      join
        .onRef('job.project_id', '=', 'webhook.project_id')
        .onRef('job.region_id', '=', 'webhook.region_id')
        .onRef('job.ended_at', '>=', 'webhook.set_at'),
    )
    .select(['webhook.id as webhook_id', 'job.id as job_id', 'job.image_name', 'job.state'])
    .where('job.state', 'in', ['succeeded', 'failed'])
    .where('job.ended_at', '>', now - LOOK_BACK_MS)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('webhook_delivery')
            .select('webhook_delivery.id')
            .whereRef('webhook_delivery.webhook_id', '=', 'webhook.id')
            .whereRef('webhook_delivery.job_id', '=', 'job.id'),
        ),
      ),
    )
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('webhook_silence')
            .select('webhook_silence.job_id')
            .whereRef('webhook_silence.job_id', '=', 'job.id'),
        ),
      ),
    )
    .limit(AT_ONCE)
    .execute()
  if (ended.length === 0) return false
  const eventOf = (state: string): WebhookEvent =>
    state === 'succeeded' ? 'import.succeeded' : 'import.failed'
  await db
    .insertInto('webhook_delivery')
    .values(
      ended.map(({ webhook_id, job_id, image_name, state }) => ({
        id: randomUUID(),
        webhook_id,
        job_id,
        image_name,
        event: eventOf(state),
        state: 'waiting',
        attempts: 0,
        created_at: now,
        next_attempt_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['webhook_id', 'job_id', 'event']).doNothing())
    .execute()
  return ended.length === AT_ONCE
}
