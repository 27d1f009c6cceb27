import 'server-only'
import { environment } from '../config/environment.ts'
import { type Rounds, startRounds } from '../jobs/rounds.ts'
import type { Store } from '../store/store.ts'
import { type Delivering, deliverDue } from './deliver.ts'
import { dropOldDeliveries } from './deliveries.ts'
import { KEEP_DELIVERIES_MS, sweepEnds } from './sweep.ts'

const ROUND_MS = 2_000
const CLEAN_UP_MS = 3_600_000

/** Tells webhooks of ended imports for as long as this process lives. */
export function startDeliverer(db: Store): Rounds {
  const { allowPrivateWebhooks: allowPrivate, publicUrl } = environment()
  let cleanUpAt = 0
  return startRounds(
    'telling webhooks',
    async () => {
      const now = Date.now()
      if (now >= cleanUpAt) {
        await dropOldDeliveries(db, now - KEEP_DELIVERIES_MS)
        cleanUpAt = now + CLEAN_UP_MS
      }
      await tellAll(db, { clock: Date.now, allowPrivate, publicUrl })
    },
    ROUND_MS,
  )
}

/** A round goes on as long as each of its steps finds as much as it can take. */
async function tellAll(db: Store, options: Delivering): Promise<void> {
  while (await sweepEnds(db, options.clock()));
  while ((await deliverDue(db, options)) > 0);
}
