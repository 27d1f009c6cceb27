import { PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'

/** So many questions at once; more wait their turn. PostgreSQL's default allows 100 connections over all instances. */
const CONNECTIONS_MAX = 10
const CONNECT_MS = 5_000
/** No statement of the console takes a second; one that hangs must not hold up a request for ever. */
const STATEMENT_MS = 15_000

/** Columns of 64 bits hold epoch milliseconds and counts: a number has room for both. Left to itself pg gives text. */
const asNumbers: typeof types = {
  ...types,
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === types.builtins.INT8 && format !== 'binary'
      ? Number
      : types.getTypeParser(oid, format)) as typeof types.getTypeParser,
}

/**
 * A pool over PostgreSQL. Commits are flushed as the server is set; `synchronous_commit = off` there would lose what
 * was acknowledged (docs/operations.md).
 *
 * @param url `postgres://user:password@host:port/database`; never printed, since it may hold a password
 * @param onLost told of connections that end while nobody uses them: without a listener that would end the process
 */
export function postgresDialect(url: string, onLost: (error: Error) => void): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    application_name: 'slipway',
    max: CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS + CONNECT_MS,
    keepAlive: true,
    types: asNumbers,
  })
  pool.on('error', onLost)
  return new PostgresDialect({ pool })
}
