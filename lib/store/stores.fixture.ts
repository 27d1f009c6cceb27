/** Both stores, for tests of whatever keeps something: the same suite runs on each. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, describe } from 'vitest'
import { migrate } from './migrate.ts'
import { openStore, type Store } from './store.ts'

/** Address of a PostgreSQL in which databases may be made; set by vitest's global setup where it found one. */
const server = process.env.TEST_DATABASE_URL

export const hasPostgres = server !== undefined

/**
 * Runs a suite over SQLite and over PostgreSQL. Without PostgreSQL its half is shown as skipped.
 *
 * @param suite gets a function that hands out an up-to-date, empty store, to be called before each test
 */
export function onEachStore(suite: (emptyStore: () => Promise<Store>) => void): void {
  describe('over SQLite', () => suite(emptyInMemory))
  describe.skipIf(!hasPostgres)('over PostgreSQL', () => {
    let db: Promise<Store> | undefined
    afterAll(async () => (await db)?.destroy())
    suite(async () => {
      db ??= migrated()
      const store = await db
      await empty(store)
      return store
    })
  })
}

/** Empty and up to date, for tests that speak of something else than storing. */
export async function emptyInMemory(): Promise<Store> {
  const db = openStore(':memory:')
  await migrate(db)
  return db
}

async function migrated(): Promise<Store> {
  const db = openStore(addressOf(await databaseForTest()))
  await migrate(db)
  return db
}

/** An empty database; it goes with the throw-away server. */
export async function databaseForTest(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const own = openStore(server ?? '')
  await sql`create database ${sql.id(name)}`.execute(own).finally(() => own.destroy())
  return name
}

export function addressOf(database: string): string {
  const address = new URL(server ?? '')
  address.pathname = database
  return address.href
}

/** Faster than making tables anew: the names come from the database itself, so that none is forgotten. */
async function empty(db: Store): Promise<void> {
  const tables = await db.introspection.getTables()
  const names = tables.filter(({ name }) => !name.startsWith('kysely_')).map(({ name }) => sql.table(name))
  await sql`truncate ${sql.join(names)} cascade`.execute(db)
}
