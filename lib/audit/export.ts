import 'server-only'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { auditSentence } from './actions.ts'
import { csvLine } from './csv.ts'
import { AUDIT_RESULT_WORDS } from './results.ts'
import { type AuditCursor, type AuditFilter, type AuditRow, listAudit } from './rows.ts'

/** SQLite holds up everything else while it reads: a few milliseconds for so many. */
const ROWS_AT_ONCE = 500

const HEADINGS = [
  'Time (UTC)',
  'User',
  'Domain',
  'Activity',
  'Action',
  'Object kind',
  'Object id',
  'Object name',
  'Result',
  'Code',
  'Source address',
  'Request id',
  'Region',
  'Details',
]

/**
 * What was changed in the session's project as a CSV file, piece by piece, so that 400 days of it are never in memory
 * at once. UTF-8 without a byte order mark, newest first.
 */
export async function* activityCsv(
  db: Store,
  session: Pick<ActiveSession, 'project'>,
  filter: AuditFilter,
): AsyncGenerator<string> {
  yield csvLine(HEADINGS)
  let after: AuditCursor | null = null
  for (;;) {
    const rows: AuditRow[] = await listAudit(db, session.project.id, filter, { after, limit: ROWS_AT_ONCE })
    if (rows.length > 0) yield rows.map(toLine).join('')
    after = rows.at(-1) ?? null
    if (rows.length < ROWS_AT_ONCE) return
  }
}

function toLine(row: AuditRow): string {
  const { object, result } = row
  return csvLine([
    new Date(row.at).toISOString(),
    row.userName,
    row.domainName,
    auditSentence(row.action, result, object?.name ?? null),
    row.action,
    object?.kind ?? '',
    object?.id ?? '',
    object?.name ?? '',
    AUDIT_RESULT_WORDS[result],
    row.code ?? '',
    row.address ?? '',
    row.requestId ?? '',
    row.regionId,
    JSON.stringify(row.details),
  ])
}
