import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { sqliteDialect } from './sqlite.ts'
import { migrate, openStore } from './store.ts'

const folder = mkdtempSync(join(tmpdir(), 'slipway-store-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the store', () => {
  test('migrating twice changes nothing', async () => {
    const db = openStore(':memory:')
    await migrate(db)
    await migrate(db)
    expect(await db.selectFrom('job').selectAll().execute()).toEqual([])
  })

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

  test('a failed transaction leaves nothing behind', async () => {
    const db = openStore(':memory:')
    await migrate(db)
    const failing = db.transaction().execute(async (transaction) => {
      await sql`create table t (x integer)`.execute(transaction)
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect((await sql`select name from sqlite_master where name = 't'`.execute(db)).rows).toEqual([])
  })
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
