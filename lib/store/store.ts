import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { ConfigurationError, environment } from '../config/environment.ts'
import { once } from '../config/once-per-process.ts'
import { migrations } from './migrations.ts'
import { sqliteDialect } from './sqlite.ts'
import type { Tables } from './tables.ts'

export type Store = Kysely<Tables>

/** The store of this process. Opened by the first caller; `migrate` brings it up to date at start. */
export function store(): Store {
  return once('store', () => {
    const file = join(dataFolder(), 'slipway.sqlite')
    try {
      return openStore(file)
    } catch {
      throw new ConfigurationError(
        `The store ${file} cannot be opened: it is not a SQLite file, or may not be written.`,
      )
    }
  })
}

/** A store on a file of its own, or `:memory:`. */
export function openStore(file: string): Store {
  return new Kysely<Tables>({ dialect: sqliteDialect(file) })
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

export async function migrate(db: Store): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
