import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { SqliteAdapter, SqliteDialect } from 'kysely'

/** The console has some fifty statements, of a few KB each; only lists of changing length make more. */
const KEPT_STATEMENTS = 100

/** What Kysely's own dialect asks of a prepared statement, over node:sqlite. */
class PreparedStatement {
  readonly reader: boolean
  readonly #statement: StatementSync
  readonly #prepareAnew: () => StatementSync

  constructor(prepare: () => StatementSync) {
    this.#prepareAnew = prepare
    this.#statement = prepare()
    // A statement with result columns is a reader; so is an insert or update with RETURNING.
    this.reader = this.#statement.columns().length > 0
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...bound(parameters))
  }

  run(parameters: readonly unknown[]) {
    return this.#statement.run(...bound(parameters))
  }

  /** On a statement of its own: running one again ends the iteration that is under way on it. */
  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#prepareAnew().iterate(...bound(parameters))
  }
}

/**
 * Prepares each SQL text once, since preparing costs several times what running does: 58 µs against 7 for the row of
 * a job. SQLite itself prepares a kept statement anew after a change of the schema, also by another process.
 */
function preparedOnce(database: DatabaseSync): (sql: string) => PreparedStatement {
  const kept = new Map<string, PreparedStatement>()
  return (sql) => {
    const known = kept.get(sql)
    if (known) return known
    const made = new PreparedStatement(() => database.prepare(sql))
    const oldest = kept.keys().next()
    if (kept.size >= KEPT_STATEMENTS && !oldest.done) kept.delete(oldest.value)
    kept.set(sql, made)
    return made
  }
}

/**
 * Parameters as SQLite can hold them. node:sqlite takes an object in first place for a set of named parameters, so
 * that a Date there would be stored as NULL without a word: anything but text, number, bigint and null is refused.
 */
function bound(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters.map((value) => {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
      return value
    throw new TypeError(`The store holds no ${typeof value}: convert it first.`)
  })
}

/** SQLite changes tables within transactions; Kysely does not count on it, and would leave half a migration behind. */
class Adapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

class Dialect extends SqliteDialect {
  override createAdapter(): Adapter {
    return new Adapter()
  }
}

/** A file, or `:memory:`. Every commit is flushed to the disk: an acknowledged import must survive a power cut. */
export function sqliteDialect(file: string): SqliteDialect {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  return new Dialect({
    database: {
      close: () => database.close(),
      prepare: preparedOnce(database),
    },
  })
}
