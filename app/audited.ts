import 'server-only'
import { after } from 'next/server'
import { sourceAddress } from '@/app/as-user'
import type { AuditAction } from '@/lib/audit/actions'
import { type AuditObject, type AuditOutcome, type AuditSubject, subjectOf } from '@/lib/audit/entry'
import { outcomeOfResult } from '@/lib/audit/outcome-of-result'
import { recordAround } from '@/lib/audit/record'
import type { Session } from '@/lib/session/rows'
import { store } from '@/lib/store/store'

type Act<T> = {
  action: AuditAction
  /** What it is done to, and how it is called. */
  object?: AuditObject
  /** Plain JSON for the raw record; never a secret. */
  details?: Record<string, unknown>
  /** A UUID that a repeat of the same act carries too. */
  id?: string
  /** What the answer says of the change; a Result says it by itself. */
  outcomeOf?: (value: T) => AuditOutcome | Promise<AuditOutcome>
  /** The answer when it could not be recorded, and so was not done; an error when left out. */
  unrecorded?: T
  /** Answers before the result is written: each write of the store waits for the disk. */
  answersFirst?: boolean
}

/**
 * Changes something as a person's act, recorded in lib/audit whatever becomes of it:
 * `audited(session, { action: 'session.switch-project', object }, () => …)`.
 */
export async function audited<T>(
  who: Session | AuditSubject,
  act: Act<T>,
  run: () => Promise<T>,
): Promise<T> {
  const { action, object, details, id, outcomeOf = outcomeOfResult, unrecorded, answersFirst } = act
  const entry = {
    id,
    action,
    subject: 'domain' in who ? subjectOf(who) : who,
    object: object ?? null,
    address: await sourceAddress(),
    details,
  }
  return recordAround(store(), entry, run, { outcomeOf, unrecorded, later: answersFirst ? after : undefined })
}
