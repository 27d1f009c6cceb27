import 'server-only'
import { environment } from '../config/environment.ts'
import { log } from '../config/log.ts'
import type { Store } from '../store/store.ts'
import { deliverDue } from './deliver.ts'
import { dropOldDeliveries } from './deliveries.ts'
import { KEEP_DELIVERIES_MS, sweepEnds } from './sweep.ts'

const TICK_MS = 2_000
/** A store that keeps failing is asked at this pace. */
const AFTER_FAILURE_MS = 5_000
const CLEAN_UP_MS = 3_600_000

/**
 * Tells webhooks of ended imports for as long as this process lives. As in the watcher, timers hold no truth: what is to
 * be told, and when, stands in the store.
 */
export function startDeliverer(db: Store): { stop: () => Promise<void> } {
  const { allowPrivateWebhooks: allowPrivate, publicUrl } = environment()
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()
  let cleanUpAt = 0
  const tick = async () => {
    let waitMs = TICK_MS
    try {
      const now = Date.now()
      if (now >= cleanUpAt) {
        await dropOldDeliveries(db, now - KEEP_DELIVERIES_MS)
        cleanUpAt = now + CLEAN_UP_MS
      }
      const mayBeMore = await sweepEnds(db, now)
      const called = await deliverDue(db, { clock: Date.now, allowPrivate, publicUrl })
      if (mayBeMore || called > 0) waitMs = 0
    } catch (error) {
      log().error({ err: error }, 'webhooks could not be told')
      waitMs = AFTER_FAILURE_MS
    }
    if (!stopped) timer = setTimeout(run, waitMs)
  }
  const run = () => {
    round = tick()
  }
  run()
  return {
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await round
    },
  }
}
