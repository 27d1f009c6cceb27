import 'server-only'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { auditSentence } from './actions.ts'
import { type AuditCursor, type AuditFilter, type AuditRow, listAudit, listAuditUsers } from './rows.ts'
import type { ActivityEntry, ActivityPage } from './view.ts'

const PAGE_LIMIT = 50
/** More people than this do not fit a list to choose from. */
const USERS_LIMIT = 200

/** A page of what was changed in the session's project, newest first. */
export async function readActivity(
  db: Store,
  session: Pick<ActiveSession, 'project'>,
  filter: AuditFilter,
  after: AuditCursor | null,
): Promise<ActivityPage> {
  const rows = await listAudit(db, session.project.id, filter, { after, limit: PAGE_LIMIT + 1 })
  const shown = rows.slice(0, PAGE_LIMIT)
  const last = shown.at(-1)
  return {
    entries: shown.map(toEntry),
    next: rows.length > PAGE_LIMIT && last ? formatCursor(last) : null,
  }
}

export function readActivityUsers(db: Store, session: Pick<ActiveSession, 'project'>): Promise<string[]> {
  return listAuditUsers(db, session.project.id, USERS_LIMIT)
}

function toEntry({ regionId, ...row }: AuditRow): ActivityEntry {
  return {
    ...row,
    region: regionId,
    sentence: auditSentence(row.action, row.result, row.object?.name ?? null),
  }
}

const formatCursor = ({ at, id }: AuditCursor): string => `${at}.${id}`

/** As `next` of a page spelt it; null for anything else. */
export function parseCursor(text: string): AuditCursor | null {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text) ?? []
  return at === undefined || id === undefined ? null : { at: Number(at), id }
}
