import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { ConfigurationError, environment } from '../config/environment.ts'
import { log } from '../config/log.ts'
import { once } from '../config/once-per-process.ts'
import { postgresDialect } from './postgres.ts'
import { lockForThisProcess } from './sole-process.ts'
import { sqliteDialect } from './sqlite.ts'
import { requireUsableFile } from './store-file.ts'
import type { Tables } from './tables.ts'

export type Store = Kysely<Tables>

/** The file of the store in DATA_DIR, where there is no DATABASE_URL. */
export const STORE_FILE = 'slipway.sqlite'

/**
 * The store of this process: PostgreSQL where DATABASE_URL is set, else a file in DATA_DIR that no other process may
 * use. Opened by the first caller; `migrate` brings it up to date at start.
 *
 * @throws ConfigurationError when it cannot be used, with what to do
 */
export function store(): Store {
  return once('store', () => {
    const { databaseUrl } = environment()
    if (databaseUrl) return openStore(databaseUrl)
    const file = join(dataFolder(), STORE_FILE)
    lockForThisProcess(`${file}.lock`)
    requireUsableFile(file)
    return openStore(file)
  })
}

/** A store of one's own. @param where a file, `:memory:`, or the address of a PostgreSQL database */
export function openStore(where: string): Store {
  const dialect = /^postgres(ql)?:/.test(where)
    ? postgresDialect(where, (error) => log().warn({ err: error }, 'the database closed a connection'))
    : sqliteDialect(where)
  return new Kysely<Tables>({ dialect })
}

/** DATA_DIR, made when it is missing. @throws ConfigurationError when it cannot be written. */
export function dataFolder(): string {
  const { dataDir } = environment()
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  } catch {
    throw new ConfigurationError(`DATA_DIR ${dataDir} cannot be made or written.`)
  }
  return dataDir
}
