import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { sqliteDialect } from './sqlite.ts'
import { openStore } from './store.ts'
import { onEachStore } from './stores.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'slipway-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

onEachStore((emptyStore) => {
  test('migrating again, and twice at once, changes nothing', async () => {
    const db = await emptyStore()
    await Promise.all([migrate(db), migrate(db)])
    expect(await db.selectFrom('job').selectAll().execute()).toEqual([])
  })

  test('a store that a newer version has changed is refused, and left alone', async () => {
    const db = await emptyStore()
    const newer = sql`insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '2030-01-01')`
    await newer.execute(db)
    await expect(migrate(db)).rejects.toThrow(
      /made by a newer version of Slipway: this one does not know 9999-of-tomorrow/,
    )
    await sql`delete from kysely_migration where name = '9999-of-tomorrow'`.execute(db)
    await migrate(db)
  })

  test('a failed transaction leaves nothing behind', async () => {
    const db = await emptyStore()
    const failing = db.transaction().execute(async (transaction) => {
      await sql`create table t (x integer)`.execute(transaction)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect((await db.introspection.getTables()).map(({ name }) => name)).not.toContain('t')
  })

  test('times and counts come back as numbers', async () => {
    const db = await emptyStore()
    const at = Date.UTC(2026, 10, 25)
    const id = 'a'
    await db
      .insertInto('inspection')
      .values({
        region_id: id,
        project_id: id,
        user_id: id,
        bucket: id,
        object_key: id,
        view: '{}',
        checked_at: at,
      })
      .execute()
    const row = await db.selectFrom('inspection').select('checked_at').executeTakeFirstOrThrow()
    const { count } = await db
      .selectFrom('inspection')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect([row.checked_at, count]).toEqual([at, 1])
  })
})

describe('a SQLite file', () => {
  test('a commit is flushed before it is acknowledged', async () => {
    const db = openStore(join(folder, 'slipway.sqlite'))
    expect((await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows).toEqual([
      { synchronous: 2 },
    ])
    expect((await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)).rows).toEqual([
      { journal_mode: 'wal' },
    ])
    await db.destroy()
  })

  test.each([[new Date()], [true], [{}], [undefined]])(
    '%o is refused instead of being kept as something else',
    async (value) => {
      const db = openStore(':memory:')
      await expect(sql`select ${value}`.execute(db)).rejects.toThrow(TypeError)
    },
  )
})

describe('a statement that is run again', () => {
  test('has the parameters of this run, and rows where it returns them', async () => {
    const db = openStore(':memory:')
    await sql`create table t (x integer unique)`.execute(db)
    const insert = async (x: number) => (await sql`insert into t values (${x}) returning x`.execute(db)).rows
    expect([await insert(1), await insert(2)]).toEqual([[{ x: 1 }], [{ x: 2 }]])
    await expect(insert(2)).rejects.toThrow('UNIQUE')
    expect(await insert(3)).toEqual([{ x: 3 }])
  })

  // Kysely makes the second wait for the first; only below it can both run at once.
  test('leaves an iteration over the same statement alone', async () => {
    const driver = sqliteDialect(':memory:').createDriver()
    await driver.init()
    const connection = await driver.acquireConnection()
    await connection.executeQuery(CompiledQuery.raw('create table job as select 1 as id union select 2'))
    const ids = openStore(':memory:').selectFrom('job').select('id').compile()
    const seen: unknown[] = []
    for await (const { rows } of connection.streamQuery(ids, 1)) {
      seen.push(...rows)
      expect((await connection.executeQuery(ids)).rows).toHaveLength(2)
    }
    expect(seen).toEqual([{ id: 1 }, { id: 2 }])
  })

  test('sees what another process has written, and columns it has added', async () => {
    const file = join(folder, 'shared.sqlite')
    const [db, other] = [openStore(file), openStore(file)]
    await sql`create table t (x integer)`.execute(db)
    const rows = async () => (await sql`select * from t`.execute(db)).rows
    expect(await rows()).toEqual([])
    await sql`insert into t values (1)`.execute(other)
    expect(await rows()).toEqual([{ x: 1 }])
    await sql`alter table t add column y integer default 2`.execute(other)
    expect(await rows()).toEqual([{ x: 1, y: 2 }])
    await Promise.all([db.destroy(), other.destroy()])
  })

  test('may have been forgotten among many others', async () => {
    const db = openStore(':memory:')
    const ask = async (text: string) => (await sql`select ${sql.lit(text)} as x`.execute(db)).rows
    for (let round = 0; round < 2; round += 1)
      for (let index = 0; index < 250; index += 1) expect(await ask(`${index}`)).toEqual([{ x: `${index}` }])
  })
})
