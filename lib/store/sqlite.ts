import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { SqliteDialect } from 'kysely'

/** What Kysely's own dialect asks of a prepared statement, over node:sqlite. */
class PreparedStatement {
  readonly reader: boolean
  readonly #statement: StatementSync

  constructor(statement: StatementSync) {
    this.#statement = statement
    // A statement with result columns is a reader; so is an insert or update with RETURNING.
    this.reader = statement.columns().length > 0
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...bound(parameters))
  }

  run(parameters: readonly unknown[]) {
    return this.#statement.run(...bound(parameters))
  }

  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#statement.iterate(...bound(parameters))
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

/** A file, or `:memory:`. Every commit is flushed to the disk: an acknowledged import must survive a power cut. */
export function sqliteDialect(file: string): SqliteDialect {
  const database = new DatabaseSync(file, { timeout: 5_000 })
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  return new SqliteDialect({
    database: {
      close: () => database.close(),
      prepare: (sql: string) => new PreparedStatement(database.prepare(sql)),
    },
  })
}
