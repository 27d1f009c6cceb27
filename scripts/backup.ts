/** `npm run backup -- FILE`: a copy of the SQLite store, made while the console runs (docs/operations.md). */
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import type { Environment } from './environment.ts'
import { Failure, runScript } from './failure.ts'

const STORE_FILE = 'slipway.sqlite'

/**
 * Copies the store as it is at one moment, whatever is written meanwhile, and looks whether the copy is whole.
 *
 * @returns the path of the copy
 * @throws Failure with what to do
 */
export async function backUp(env: Environment, to: string | undefined): Promise<string> {
  if (env.DATABASE_URL)
    throw new Failure('DATABASE_URL is set: back that database up with pg_dump (docs/operations.md).')
  if (!to) throw new Failure('Name the file to write: npm run backup -- slipway-2026-11-28.sqlite')
  const file = join(resolve(env.DATA_DIR || 'data'), STORE_FILE)
  if (!existsSync(file)) throw new Failure(`There is no store at ${file}. DATA_DIR says where it is.`)
  const copy = resolve(to)
  if (existsSync(copy)) throw new Failure(`${copy} is there already. Name another file.`)
  const store = new DatabaseSync(file, { readOnly: true })
  try {
    await backup(store, copy)
  } catch (error) {
    rmSync(copy, { force: true })
    throw new Failure(
      `${copy} could not be written: ${error instanceof Error ? error.message : String(error)}`,
    )
  } finally {
    store.close()
  }
  const written = new DatabaseSync(copy)
  const [verdict] = Object.values(written.prepare('pragma quick_check(1)').get() ?? {})
  written.close()
  if (verdict !== 'ok') throw new Failure(`${copy} was written, but is damaged: do not rely on it.`)
  return copy
}

if (import.meta.main) {
  await runScript(async () => {
    console.log(await backUp(process.env, process.argv[2]))
  })
}
