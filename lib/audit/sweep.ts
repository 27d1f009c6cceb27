import 'server-only'
import { log } from '../config/log.ts'
import type { Store } from '../store/store.ts'
import { dropOldAudit } from './rows.ts'
import { AUDIT_KEPT_DAYS } from './view.ts'

const EVERY_MS = 3_600_000
const KEPT_MS = AUDIT_KEPT_DAYS * 24 * 3_600_000

/** Drops what is older than it is kept, now and every hour. Several instances may do so at once. */
export function startAuditSweep(db: Store): void {
  const sweep = () =>
    sweepAudit(db, Date.now()).catch((error: unknown) =>
      log().error({ err: error }, 'old lines of the record were not dropped'),
    )
  void sweep()
  setInterval(sweep, EVERY_MS).unref()
}

export function sweepAudit(db: Store, now: number): Promise<void> {
  return dropOldAudit(db, now - KEPT_MS)
}
