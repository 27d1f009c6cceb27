import 'server-only'
import type { ExpressionBuilder } from 'kysely'
import { log } from '../config/log.ts'
import { TOKEN_MARGIN_MS } from '../session/rows.ts'
import type { Store } from '../store/store.ts'
import type { Tables } from '../store/tables.ts'
import { fromRow, type Job } from './rows.ts'

/**
 * A job is dealt with by one process at a time. A claim runs out so soon that the job of a process that died is taken
 * over within two of the shortest intervals between checks (pace.ts), and is renewed while a call takes longer. The
 * clocks of processes that share a store must agree to a second or two; where they do not, a job may be asked about
 * twice, and nothing worse.
 */
export const CLAIM_MS = 4_000

/** No check is put off for longer: a later one was noted by a clock that has been set back since. */
export const LONGEST_WAIT_MS = 15 * 60_000

type Claim = Pick<Job, 'id'> & { claimant: string }

/**
 * Claims jobs to ask IMS about: those whose time has come, and paused ones whose owner has signed in again. A sign-in
 * is learnt of from the store alone, so it does not matter which process saw it.
 *
 * @returns the claimed ones, at most `limit`, the longest overdue first
 */
export async function claimDueJobs(db: Store, claimant: string, now: number, limit: number): Promise<Job[]> {
  if (limit <= 0) return []
  const due = await db
    .selectFrom('job')
    .select('id')
    .where((eb) =>
      eb.or([
        eb.and([
          eb('state', 'in', ['queued', 'running']),
          eb.or([eb('next_check_at', '<=', now), eb('next_check_at', '>', now + LONGEST_WAIT_MS)]),
        ]),
        eb.and([
          eb('state', '=', 'paused'),
          eb.or([
            eb('next_check_at', 'is', null),
            eb('next_check_at', '<=', now),
            eb('next_check_at', '>', now + LONGEST_WAIT_MS),
          ]),
          eb.exists(
            eb
              .selectFrom('session')
              .select('session.id')
              .whereRef('session.user_id', '=', 'job.user_id')
              .whereRef('session.project_id', '=', 'job.project_id')
              .whereRef('session.region_id', '=', 'job.region_id')
              .where('session.token_sealed', 'is not', null)
              .where('session.token_expires_at', '>', now + TOKEN_MARGIN_MS),
          ),
        ]),
      ]),
    )
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb.not(holds(eb, now))]))
    .orderBy((eb) => eb.fn.coalesce('next_check_at', eb.val(0)))
    .orderBy('id')
    .limit(limit)
    .execute()
  if (due.length === 0) return []
  const rows = await db
    .updateTable('job')
    .set({ claimed_by: claimant, claimed_until: now + CLAIM_MS })
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    // Another process may have seen the same ones: this is looked at again in the moment of writing.
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb.not(holds(eb, now))]))
    .returningAll()
    .execute()
  return rows.map(fromRow)
}

/** Imports whose call was on its way in a process that has died: nobody is left that waits for its answer. */
export async function listOrphans(db: Store, now: number): Promise<Job[]> {
  const rows = await db
    .selectFrom('job')
    .selectAll()
    .where('state', '=', 'submitting')
    .where((eb) => eb.or([eb('claimed_until', 'is', null), eb.not(holds(eb, now))]))
    .limit(100)
    .execute()
  return rows.map(fromRow)
}

/** A claim that was made for longer than claims are was made by a clock that has been set back since. */
function holds(eb: ExpressionBuilder<Tables, 'job'>, now: number) {
  return eb.and([eb('claimed_until', '>', now), eb('claimed_until', '<=', now + 2 * CLAIM_MS)])
}

/** Does something with a claimed job, and keeps the claim for as long as it takes. */
export async function whileClaimed<T>(
  db: Store,
  { id, claimant }: Claim,
  clock: () => number,
  work: () => Promise<T>,
): Promise<T> {
  const timer = setInterval(() => {
    renew(db, { id, claimant }, clock()).catch((error) =>
      log().warn({ err: error, jobId: id }, 'a claim was not renewed'),
    )
  }, CLAIM_MS / 2)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

async function renew(db: Store, { id, claimant }: Claim, now: number): Promise<void> {
  await db
    .updateTable('job')
    .set({ claimed_until: now + CLAIM_MS })
    .where('id', '=', id)
    .where('claimed_by', '=', claimant)
    .execute()
}

/** Lets other processes take over at once, when this one ends in order. */
export async function releaseClaims(db: Store, claimant: string): Promise<void> {
  await db
    .updateTable('job')
    .set({ claimed_by: null, claimed_until: null })
    .where('claimed_by', '=', claimant)
    .where('state', '!=', 'submitting')
    .execute()
}
