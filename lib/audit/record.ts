import 'server-only'
import { randomUUID } from 'node:crypto'
import { CloudError } from '../cloud/errors.ts'
import { withCallsNoted } from '../cloud/noted-calls.ts'
import { log } from '../config/log.ts'
import type { Store } from '../store/store.ts'
import type { AuditEntry, AuditOutcome } from './entry.ts'
import { completeAudit, insertAudit } from './rows.ts'

/**
 * Records something that has been done already, or refused before it was tried. Within a transaction of the caller's
 * it stands or falls with the change itself.
 */
export async function record(db: Store, entry: AuditEntry, outcome: AuditOutcome): Promise<void> {
  await insertAudit(db, entry.id ?? randomUUID(), Date.now(), entry, outcome)
}

type Around<T> = {
  /** What the value of `run` says of the change. */
  outcomeOf: (value: T) => AuditOutcome | Promise<AuditOutcome>
  /** The value when nothing could be recorded; the store's error is thrown when it is left out. */
  unrecorded?: T | undefined
  /** How completion is put off, where an answer must not wait for it; at once when left out. */
  later?: ((complete: () => Promise<void>) => void) | undefined
}

/**
 * Makes a change that lies outside our store, so that it is never made without a line in the record. The line is
 * written and flushed first, as `unknown`, and completed after it. A process that is killed in between leaves
 * `unknown`, which is the truth: whether the cloud took the change is not known then.
 *
 * When the first line cannot be written nothing is changed: the store is where sessions and imports are kept, so hardly
 * anything would work without it, and a change nobody can trace is worse than none. When only its completion fails the
 * change has happened: that is logged, and the line stays `unknown`.
 *
 * An entry whose id is recorded already is a repeat: it runs, and the line stays as the first one left it, unless that
 * one never came to say how it ended.
 *
 * @throws what `run` throws, recorded as what it proves
 */
export async function recordAround<T>(
  db: Store,
  entry: AuditEntry,
  run: () => Promise<T>,
  { outcomeOf, unrecorded, later }: Around<T>,
): Promise<T> {
  const id = entry.id ?? randomUUID()
  let isRepeat: boolean
  try {
    isRepeat = !(await insertAudit(db, id, Date.now(), entry, { result: 'unknown' }))
  } catch (error) {
    if (unrecorded === undefined) throw error
    log().error({ err: error, action: entry.action }, 'a change could not be recorded, and was not made')
    return unrecorded
  }
  const { outcome, calls } = await withCallsNoted(run)
  const complete = async () => {
    try {
      const ended =
        outcome.status === 'fulfilled' ? await outcomeOf(outcome.value) : outcomeOfError(outcome.reason)
      // Nobody has refused what got no answer.
      const unanswered = ended.result === 'refused' && calls.failure !== null && calls.failure !== 'answered'
      const { requestId } = calls
      const known = { requestId, ...ended, ...(unanswered ? { result: 'failed' as const } : {}) }
      await completeAudit(db, id, entry, known, isRepeat)
    } catch (error) {
      log().error(
        { err: error, auditId: id, action: entry.action },
        'the result of a change was not recorded',
      )
    }
  }
  if (later) later(complete)
  else await complete()
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

/** Anything but a refusal of the cloud's may have come before the change or after it. */
function outcomeOfError(error: unknown): AuditOutcome {
  if (!(error instanceof CloudError)) return { result: 'unknown' }
  const { code, status } = error
  return { result: resultOf(error), code, details: { answer: { status } } }
}

function resultOf(error: CloudError): AuditOutcome['result'] {
  if (!error.provesNothingHappened) return 'unknown'
  return error.kind === 'answered' ? 'refused' : 'failed'
}
