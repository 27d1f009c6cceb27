import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { lockForThisProcess } from './sole-process.ts'
import { openStore } from './store.ts'
import { requireUsableFile } from './store-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'slipway-store-file-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
const newFile = () => join(folder, `${++count}.sqlite`)

async function storeWithATable(): Promise<string> {
  const file = newFile()
  requireUsableFile(file)
  const db = openStore(file)
  await migrate(db)
  await sql`create table filler (x text)`.execute(db)
  await sql`insert into filler select hex(randomblob(2000)) from (values (1),(2),(3),(4),(5),(6),(7),(8))`.execute(
    db,
  )
  await db.destroy()
  return file
}

describe('before the store is opened', () => {
  test('a new file becomes ours, and is ours the next time', () => {
    const file = newFile()
    requireUsableFile(file)
    requireUsableFile(file)
  })

  test('a store from before it carried a mark is taken as it is', async () => {
    const file = newFile()
    const db = openStore(file)
    await migrate(db)
    await db.destroy()
    requireUsableFile(file)
  })

  test('a file that is no SQLite file is refused and stays as it was', () => {
    const file = newFile()
    const text = 'these are the accounts of 2026\n'.repeat(100)
    writeFileSync(file, text)
    expect(() => requireUsableFile(file)).toThrow(/is no SQLite file. Put a backup in its place/)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  test('another program’s file is refused and stays as it was', () => {
    const file = newFile()
    const other = new DatabaseSync(file)
    other.exec('create table accounts (id integer); pragma application_id = 7')
    other.close()
    const before = readFileSync(file)
    expect(() => requireUsableFile(file)).toThrow(/belongs to another program/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('damage in its middle is found', async () => {
    const file = await storeWithATable()
    const bytes = readFileSync(file)
    bytes.fill(0xff, bytes.length - 12_000, bytes.length - 4_000)
    writeFileSync(file, bytes)
    expect(() => requireUsableFile(file)).toThrow(/is damaged/)
  })

  test('a file cut short is found', async () => {
    const file = await storeWithATable()
    writeFileSync(file, readFileSync(file).subarray(0, Math.floor(statSync(file).size / 2)))
    expect(() => requireUsableFile(file)).toThrow(/is damaged/)
  })

  test('what cannot be opened is said in a sentence', () => {
    const place = newFile()
    mkdirSync(place)
    expect(() => requireUsableFile(place)).toThrow(/cannot be opened/)
  })
})

describe('the lock on the file', () => {
  test('keeps a second process out until the first has died, however it dies', async () => {
    const file = `${newFile()}.lock`
    const program = `const { DatabaseSync } = require('node:sqlite'); const lock = new DatabaseSync(${JSON.stringify(file)}); lock.exec('begin exclusive'); console.log('held'); setInterval(() => {}, 1000)`
    const first = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(first.stdout, 'data')
    expect(() => lockForThisProcess(file, 0)).toThrow(
      /Another Slipway is running on .*sqlite\. Stop it first/,
    )
    first.kill('SIGKILL')
    await once(first, 'exit')
    lockForThisProcess(file, 0)()
  })
})
