import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import * as z from 'zod/mini'
import type { IssuedToken } from '../cloud/iam.ts'
import type { Store } from '../store/store.ts'
import type { SessionTable } from '../store/tables.ts'
import { openToken, sealToken } from './vault.ts'

/** Calls near the end of a token may fail (iam.md 2): it is not used in its last five minutes. */
export const TOKEN_MARGIN_MS = 5 * 60_000
/** Ended sessions are kept this long, to know whose they were; then they go. */
const KEEP_ENDED_MS = 7 * 24 * 3_600_000

/** A session as kept; `token` is null once it has ended, and `project` while one has still to be chosen. */
export type Session = {
  id: string
  regionId: string
  user: { id: string; name: string }
  domain: { id: string; name: string }
  project: { id: string; name: string } | null
  imsUrl: string | null
  obsUrl: string | null
  token: string | null
  tokenExpiresAt: number
  /** Names of the token's roles; null where IAM named none. */
  roles: string[] | null
}

const storedRoles = z.array(z.string())

function fromRow(row: Selectable<SessionTable>, now: number): Session {
  const alive = row.token_sealed !== null && row.token_expires_at - TOKEN_MARGIN_MS > now
  return {
    id: row.id,
    regionId: row.region_id,
    user: { id: row.user_id, name: row.user_name },
    domain: { id: row.domain_id, name: row.domain_name },
    project:
      row.project_id !== null && row.project_name !== null
        ? { id: row.project_id, name: row.project_name }
        : null,
    imsUrl: row.ims_url,
    obsUrl: row.obs_url,
    token: alive && row.token_sealed !== null ? openToken(row.token_sealed, row.id) : null,
    tokenExpiresAt: row.token_expires_at,
    roles: row.roles === null ? null : z.parse(storedRoles, JSON.parse(row.roles)),
  }
}

/** Keeps a new session under a fresh random id. */
export async function insertSession(
  db: Store,
  regionId: string,
  issued: IssuedToken,
  now: number,
): Promise<Session> {
  const id = randomUUID()
  const row = { id, created_at: now, region_id: regionId, ...columns(issued, id) }
  await db.insertInto('session').values(row).execute()
  await db
    .deleteFrom('session')
    .where('token_expires_at', '<', now - KEEP_ENDED_MS)
    .execute()
  return fromRow(row, now)
}

/** Puts a token of another project into a session: the project belongs to the session, so all tabs follow. */
export async function replaceToken(db: Store, id: string, issued: IssuedToken): Promise<void> {
  await db.updateTable('session').set(columns(issued, id)).where('id', '=', id).execute()
}

function columns(issued: IssuedToken, id: string) {
  return {
    user_id: issued.user.id,
    user_name: issued.user.name,
    domain_id: issued.domain.id,
    domain_name: issued.domain.name,
    project_id: issued.project?.id ?? null,
    project_name: issued.project?.name ?? null,
    ims_url: issued.imsUrl,
    obs_url: issued.obsUrl,
    token_sealed: sealToken(issued.token, id),
    token_expires_at: issued.expiresAt,
    roles: issued.roles && JSON.stringify(issued.roles),
  }
}

export async function findSession(db: Store, id: string, now: number): Promise<Session | null> {
  const row = await db.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row, now) : null
}

/** Any live session of this user in this project: the watcher works with its token. */
export async function findLiveSession(
  db: Store,
  owner: { userId: string; projectId: string; regionId: string },
  now: number,
): Promise<Session | null> {
  const row = await db
    .selectFrom('session')
    .selectAll()
    .where('user_id', '=', owner.userId)
    .where('project_id', '=', owner.projectId)
    .where('region_id', '=', owner.regionId)
    .where('token_sealed', 'is not', null)
    .where('token_expires_at', '>', now + TOKEN_MARGIN_MS)
    .orderBy('token_expires_at', 'desc')
    .executeTakeFirst()
  return row ? fromRow(row, now) : null
}

/** Throws the token away and keeps whose session it was, for the dialog that asks to sign in again. */
export async function endSession(db: Store, id: string): Promise<void> {
  await db.updateTable('session').set({ token_sealed: null }).where('id', '=', id).execute()
}

export async function deleteSession(db: Store, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute()
}

/** A person's sessions in this console, whatever region and project they are in, ended ones too; the newest first. */
export async function listSessionsOfUser(
  db: Store,
  who: { userId: string; domainId: string },
  limit: number,
  now: number,
): Promise<Session[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('user_id', '=', who.userId)
    .where('domain_id', '=', who.domainId)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => fromRow(row, now))
}
