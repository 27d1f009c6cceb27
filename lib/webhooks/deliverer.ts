import 'server-only'
import { environment } from '../config/environment.ts'
import { type Rounds, startRounds } from '../jobs/rounds.ts'
import type { Store } from '../store/store.ts'
import { deliverDue } from './deliver.ts'
import { dropOldDeliveries } from './deliveries.ts'
import { KEEP_DELIVERIES_MS, sweepEnds } from './sweep.ts'

const ROUND_MS = 2_000
const CLEAN_UP_MS = 3_600_000

/**
 * Tells webhooks of ended imports for as long as this process lives. As in the watcher, timers hold no truth: what is to
 * be told, and when, stands in the store.
 */
export function startDeliverer(db: Store): Rounds {
  const { allowPrivateWebhooks: allowPrivate, publicUrl } = environment()
  let cleanUpAt = 0
  return startRounds(
    'calling webhooks',
    async () => {
      const now = Date.now()
      if (now >= cleanUpAt) {
        await dropOldDeliveries(db, now - KEEP_DELIVERIES_MS)
        cleanUpAt = now + CLEAN_UP_MS
      }
      const mayBeMore = await sweepEnds(db, now)
      const called = await deliverDue(db, { clock: Date.now, allowPrivate, publicUrl })
      return mayBeMore || called > 0 ? 'more' : undefined
    },
    ROUND_MS,
  )
}
