import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { insertRows, listedRow } from '../lib/jobs/listed-rows.fixture.ts'
import { migrate } from '../lib/store/migrate.ts'
import { openStore, type Store } from '../lib/store/store.ts'
import { requireUsableFile } from '../lib/store/store-file.ts'
import { addressOf, databaseForTest, hasPostgres } from '../lib/store/stores.fixture.ts'
import { backUp } from './backup.ts'
import { findPostgres } from './postgres.ts'

const parent = mkdtempSync(join(tmpdir(), 'slipway-backup-'))
afterAll(() => rmSync(parent, { recursive: true, force: true }))

const ROWS = 300

async function filled(db: Store): Promise<void> {
  await migrate(db)
  await insertRows(
    db,
    Array.from({ length: ROWS }, (_, number) => listedRow(number)),
  )
}

const names = async (db: Store) =>
  (await db.selectFrom('job').select('image_name').orderBy('submitted_at').execute()).map(
    ({ image_name: name }) => name,
  )
const first = Array.from({ length: ROWS }, (_, number) => `image-${number}`)

describe('a SQLite store', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(parent, 'sqlite-'))
    mkdirSync(join(folder, 'data'))
  })
  const env = () => ({ DATA_DIR: join(folder, 'data') })

  test('is copied while it is written to, and the copy put in its place is the store of that moment', async () => {
    const file = join(folder, 'data', 'slipway.sqlite')
    requireUsableFile(file)
    const db = openStore(file)
    await filled(db)
    const copying = backUp(env(), join(folder, 'copy.sqlite'))
    for (let number = ROWS; number < ROWS + 50; number += 1) await insertRows(db, [listedRow(number)])
    const copy = await copying
    await db.destroy()

    for (const left of ['', '-wal', '-shm']) rmSync(`${file}${left}`, { force: true })
    cpSync(copy, file)
    requireUsableFile(file)
    const restored = openStore(file)
    await migrate(restored)
    const found = await names(restored)
    expect(found.slice(0, ROWS)).toEqual(first)
    expect(found).toEqual(Array.from({ length: found.length }, (_, number) => `image-${number}`))
    await restored.destroy()
  })

  test('that is not there, and a copy that is, are said in a sentence', async () => {
    await expect(backUp(env(), join(folder, 'copy.sqlite'))).rejects.toThrow(/There is no store at/)
    const db = openStore(join(folder, 'data', 'slipway.sqlite'))
    await filled(db)
    await db.destroy()
    writeFileSync(join(folder, 'taken'), 'mine')
    await expect(backUp(env(), join(folder, 'taken'))).rejects.toThrow(/is there already/)
    await expect(backUp(env(), undefined)).rejects.toThrow(/Name the file/)
    await expect(backUp(env(), join(folder, 'no', 'folder', 'x'))).rejects.toThrow(/could not be written/)
    expect(existsSync(join(folder, 'no'))).toBe(false)
  })

  test('is not what is in use with DATABASE_URL', async () => {
    await expect(backUp({ ...env(), DATABASE_URL: 'postgres://x' }, 'x')).rejects.toThrow(/pg_dump/)
  })
})

describe.skipIf(!hasPostgres)('a PostgreSQL store', () => {
  test('comes back from pg_dump as it was', async () => {
    const [from, to] = [await databaseForTest(), await databaseForTest()]
    const db = openStore(addressOf(from))
    await filled(db)
    await db.destroy()
    const dump = join(parent, 'slipway.dump')
    const bin = findPostgres() ?? ''
    // The commands of docs/operations.md.
    execFileSync(join(bin, 'pg_dump'), ['--format=custom', `--file=${dump}`, addressOf(from)])
    execFileSync(join(bin, 'pg_restore'), [
      '--exit-on-error',
      '--no-owner',
      `--dbname=${addressOf(to)}`,
      dump,
    ])
    const restored = openStore(addressOf(to))
    await migrate(restored)
    expect(await names(restored)).toEqual(first)
    await restored.destroy()
  })
})
