import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { kindOf } from '../jobs/rows.ts'
import { nameOf } from '../jobs/to-view.ts'
import { isToldEnd } from '../jobs/told-ends.ts'
import { workOf } from '../jobs/work.ts'
import type { Store } from '../store/store.ts'
import type { WebhookTable } from '../store/tables.ts'
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
 * once meet in the table's unique key.
 *
 * @returns whether there may be more
 */
export async function sweepEnds(db: Store, now: number): Promise<boolean> {
  const webhooks = await db
    .selectFrom('webhook')
    .select(['id', 'region_id', 'project_id', 'set_at'])
    .execute()
  let mayBeMore = false
  for (const webhook of webhooks) if (await sweepProject(db, webhook, now)) mayBeMore = true
  return mayBeMore
}

type Swept = Pick<Selectable<WebhookTable>, 'id' | 'region_id' | 'project_id' | 'set_at'>

async function sweepProject(db: Store, webhook: Swept, now: number): Promise<boolean> {
  const ended = await db
    .selectFrom('job')
    .select(['id', 'kind', 'state', 'image_name', 'ims_job_id'])
    .where('project_id', '=', webhook.project_id)
    .where('region_id', '=', webhook.region_id)
    .where('ended_at', '>=', Math.max(webhook.set_at, now - LOOK_BACK_MS))
    .where(isToldEnd)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('webhook_delivery')
            .select('webhook_delivery.id')
            .where('webhook_delivery.webhook_id', '=', webhook.id)
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
  const eventOf = (kind: string, state: string): WebhookEvent =>
    `${workOf(kindOf(kind))}.${state === 'succeeded' ? 'succeeded' : 'failed'}`
  await db
    .insertInto('webhook_delivery')
    .values(
      ended.map(({ id, kind, image_name, ims_job_id, state }) => ({
        id: randomUUID(),
        webhook_id: webhook.id,
        job_id: id,
        image_name: nameOf({ imageName: image_name, imsJobId: ims_job_id, id }),
        event: eventOf(kind, state),
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
