import 'server-only'
import { log } from '../config/log.ts'
import type { Store } from '../store/store.ts'
import { type Clock, checkJob } from './check.ts'
import { claimDueJobs, listOrphans, releaseClaims, whileClaimed } from './claims.ts'
import { type Rounds, startRounds } from './rounds.ts'
import { advance, dropOldJobs, type Job } from './rows.ts'

/**
 * Questions to IMS at the same time, and begun in one round: with a round each quarter of a second that is at most 40
 * a second for each instance, whatever is due.
 */
export const CONCURRENT_CHECKS = 10
/** Ended imports are kept this long, as the jobs page says. */
const KEEP_ENDED_MS = 90 * 24 * 3_600_000
const CLEAN_UP_MS = 3_600_000

/**
 * Watches every import that IMS has, whether or not a browser is open. Timers hold no truth: each round claims what
 * the store says is due, so that a restarted server goes on where the last one stopped, and of several that share the
 * store each does a part.
 *
 * @param claimant tells this process from the others
 */
export function startWatcher(db: Store, claimant: string, clock: Clock = Date.now): Rounds {
  const checks = new Set<Promise<void>>()
  let cleanUpAt = 0
  const rounds = startRounds('watching imports', async () => {
    const now = clock()
    if (now >= cleanUpAt || cleanUpAt > now + CLEAN_UP_MS) {
      await dropOldJobs(db, now - KEEP_ENDED_MS)
      cleanUpAt = now + CLEAN_UP_MS
    }
    await giveUpOrphans(db, now)
    for (const job of await claimDueJobs(db, claimant, now, CONCURRENT_CHECKS - checks.size)) {
      const check = checkClaimed(db, claimant, job, clock)
      checks.add(check)
      void check.finally(() => checks.delete(check))
    }
  })
  return {
    stop: async () => {
      await rounds.stop()
      await Promise.all(checks)
      await releaseClaims(db, claimant)
    },
  }
}

/** One round, to its end: what is due is asked about once. */
export async function checkDueJobs(db: Store, claimant: string, clock: Clock): Promise<void> {
  const due = await claimDueJobs(db, claimant, clock(), CONCURRENT_CHECKS)
  await Promise.all(due.map((job) => checkClaimed(db, claimant, job, clock)))
}

async function checkClaimed(db: Store, claimant: string, job: Job, clock: Clock): Promise<void> {
  try {
    await whileClaimed(db, { id: job.id, claimant }, clock, () => checkJob(db, job, clock))
  } catch (error) {
    // The claim runs out by itself, and the job is asked about again.
    log().error({ err: error, jobId: job.id }, 'an import could not be checked')
  }
}

/** An import whose call was on its way when its server died: whether IMS took it is not known. */
export async function giveUpOrphans(db: Store, now: number): Promise<void> {
  for (const job of await listOrphans(db, now)) await advance(db, job, { transition: 'loseAnswer' })
}
