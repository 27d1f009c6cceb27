import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { ConfigurationError } from '../config/environment.ts'
import { migrations } from './migrations.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * Brings the store up to date, all of it or nothing. Instances that start together over one PostgreSQL do so one
 * after the other, by a lock of the database.
 *
 * @throws ConfigurationError when a newer version of Slipway has changed the store already
 */
export async function migrate(db: Store): Promise<void> {
  const unknown = (await executed(db)).filter((name) => !(name in migrations))
  if (unknown.length > 0)
    throw new ConfigurationError(
      `The store was made by a newer version of Slipway: this one does not know ${unknown.join(', ')}. Start that version, or put back a backup from before it.`,
    )
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

async function executed(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some(({ name }) => name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map(({ name }) => name)
}
