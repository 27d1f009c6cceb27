import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
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
