import 'server-only'
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { ActiveSession } from '../session/current.ts'
import { openToken, sealToken } from '../session/vault.ts'
import type { Store } from '../store/store.ts'
import type { WebhookTable } from '../store/tables.ts'

export type Webhook = {
  id: string
  regionId: string
  project: { id: string; name: string }
  address: string
  /** Null when it cannot be opened any more: SESSION_SECRET has changed. */
  secret: string | null
  setAt: number
  setBy: string
}

function fromRow(row: Selectable<WebhookTable>): Webhook {
  return {
    id: row.id,
    regionId: row.region_id,
    project: { id: row.project_id, name: row.project_name },
    address: row.address,
    secret: openToken(row.secret_sealed, row.id),
    setAt: row.set_at,
    setBy: row.set_by,
  }
}

export async function findWebhook(db: Store, id: string): Promise<Webhook | null> {
  const row = await db.selectFrom('webhook').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? fromRow(row) : null
}

export async function findWebhookOfProject(db: Store, session: ActiveSession): Promise<Webhook | null> {
  const row = await db
    .selectFrom('webhook')
    .selectAll()
    .where('region_id', '=', session.regionId)
    .where('project_id', '=', session.project.id)
    .executeTakeFirst()
  return row ? fromRow(row) : null
}

/** Keeps the project's first address. False when another person has set one at the same moment. */
export async function insertWebhook(
  db: Store,
  session: ActiveSession,
  { address, secret, now }: { address: string; secret: string; now: number },
): Promise<boolean> {
  const id = randomUUID()
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('webhook')
    .values({
      id,
      region_id: session.regionId,
      project_id: session.project.id,
      project_name: session.project.name,
      address,
      secret_sealed: sealToken(secret, id),
      set_at: now,
      set_by: session.user.name,
    })
    .onConflict((conflict) => conflict.columns(['region_id', 'project_id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Calls that wait go to the new address, too. */
export async function changeAddress(db: Store, id: string, address: string, setBy: string): Promise<void> {
  await db.updateTable('webhook').set({ address, set_by: setBy }).where('id', '=', id).execute()
}

export async function changeSecret(db: Store, id: string, secret: string): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ secret_sealed: sealToken(secret, id) })
    .where('id', '=', id)
    .execute()
}

/** With its secret, and every delivery of it. */
export async function deleteWebhook(db: Store, id: string): Promise<void> {
  await db.deleteFrom('webhook').where('id', '=', id).execute()
}
