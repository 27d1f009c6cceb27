import 'server-only'
import type { Selectable } from 'kysely'
import * as z from 'zod/mini'
import type { Store } from '../store/store.ts'
import type { AuditTable } from '../store/tables.ts'
import type { AuditEntry, AuditOutcome } from './entry.ts'
import { AUDIT_RESULTS, type AuditResult } from './results.ts'
import { withoutSecrets } from './without-secrets.ts'

/** A line of the record. `at` is epoch milliseconds. */
export type AuditRow = {
  id: string
  at: number
  regionId: string
  userName: string
  domainName: string
  action: string
  object: { kind: string; id: string | null; name: string | null } | null
  result: AuditResult
  code: string | null
  address: string | null
  requestId: string | null
  details: unknown
}

const result = z.enum(AUDIT_RESULTS)

function fromRow(row: Selectable<AuditTable>): AuditRow {
  return {
    id: row.id,
    at: row.at,
    regionId: row.region_id,
    userName: row.user_name,
    domainName: row.domain_name,
    action: row.action,
    object:
      row.object_kind === null ? null : { kind: row.object_kind, id: row.object_id, name: row.object_name },
    result: z.parse(result, row.result),
    code: row.code,
    address: row.address,
    requestId: row.request_id,
    details: JSON.parse(row.details),
  }
}

function columns(entry: AuditEntry, outcome: AuditOutcome) {
  const { projectId, regionId, user, domainName } = outcome.subject ?? entry.subject
  const object = outcome.object ?? entry.object
  return {
    project_id: projectId,
    region_id: regionId,
    user_id: user.id,
    user_name: user.name,
    domain_name: domainName,
    action: entry.action,
    object_kind: object?.kind ?? null,
    object_id: object?.id ?? null,
    object_name: object?.name ?? null,
    result: outcome.result,
    code: outcome.code ?? null,
    address: entry.address,
    request_id: outcome.requestId ?? null,
    details: JSON.stringify(withoutSecrets({ ...entry.details, ...outcome.details })),
  }
}

/** False when a line with this id is there already. */
export async function insertAudit(
  db: Store,
  id: string,
  at: number,
  entry: AuditEntry,
  outcome: AuditOutcome,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('audit')
    .values({ id, at, ...columns(entry, outcome) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/**
 * Writes how it ended into the line that said it was about to be done.
 *
 * @param onlyUnknown leaves a line alone that says how it ended already
 */
export async function completeAudit(
  db: Store,
  id: string,
  entry: AuditEntry,
  outcome: AuditOutcome,
  onlyUnknown: boolean,
): Promise<void> {
  let update = db.updateTable('audit').set(columns(entry, outcome)).where('id', '=', id)
  if (onlyUnknown) update = update.where('result', '=', 'unknown')
  await update.execute()
}

export type AuditFilter = {
  userName?: string | undefined
  action?: string | undefined
  result?: AuditResult | undefined
  objectIds?: readonly string[] | undefined
  /** Epoch milliseconds: at or after, and before. */
  since?: number | undefined
  before?: number | undefined
}

/** Where a page begins: after this line, newest first. */
export type AuditCursor = { at: number; id: string }

export async function listAudit(
  db: Store,
  projectId: string,
  filter: AuditFilter,
  page: { after: AuditCursor | null; limit: number },
): Promise<AuditRow[]> {
  const { userName, action, result: wanted, objectIds, since, before } = filter
  let query = db.selectFrom('audit').selectAll().where('project_id', '=', projectId)
  if (userName !== undefined) query = query.where('user_name', '=', userName)
  if (objectIds !== undefined) query = query.where('object_id', 'in', objectIds)
  if (action !== undefined) query = query.where('action', '=', action)
  if (wanted !== undefined) query = query.where('result', '=', wanted)
  if (since !== undefined) query = query.where('at', '>=', since)
  if (before !== undefined) query = query.where('at', '<', before)
  if (page.after !== null) {
    const { at, id } = page.after
    query = query.where((eb) => eb.or([eb('at', '<', at), eb.and([eb('at', '=', at), eb('id', '<', id)])]))
  }
  const rows = await query.orderBy('at', 'desc').orderBy('id', 'desc').limit(page.limit).execute()
  return rows.map(fromRow)
}

/** The names of who changed something in a project, in order. */
export async function listAuditUsers(db: Store, projectId: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('audit')
    .select('user_name')
    .distinct()
    .where('project_id', '=', projectId)
    .orderBy('user_name')
    .limit(limit)
    .execute()
  return rows.map(({ user_name: name }) => name)
}

/** Drops what is older than `before`, epoch milliseconds. */
export async function dropOldAudit(db: Store, before: number): Promise<void> {
  await db.deleteFrom('audit').where('at', '<', before).execute()
}
