import { DatabaseSync } from 'node:sqlite'
import { ConfigurationError } from '../config/environment.ts'

/** "SLIP": how a SQLite file says whose it is (sqlite.org/fileformat2, application id). */
const APPLICATION_ID = 0x534c4950
const WHAT_TO_DO =
  'Put a backup in its place, or move it away to begin with an empty one (docs/operations.md).'

/**
 * Looks whether a file can be the store, before anything is written to it: a damaged file or another program's stays
 * as it is. A new or empty file becomes ours.
 *
 * @throws ConfigurationError with the sentence to print
 */
export function requireUsableFile(file: string): void {
  const refuse = (what: string) => new ConfigurationError(`The store ${file} ${what}`)
  let database: DatabaseSync | undefined
  try {
    database = new DatabaseSync(file)
    if (first(database, 'pragma quick_check(1)') !== 'ok') throw refuse(`is damaged. ${WHAT_TO_DO}`)
    const mark = first(database, 'pragma application_id')
    const tables = tableNames(database)
    if (mark !== APPLICATION_ID && tables.size > 0 && !isOursUnmarked(tables))
      throw refuse(`belongs to another program. ${WHAT_TO_DO}`)
    if (mark !== APPLICATION_ID) database.exec(`pragma application_id = ${APPLICATION_ID}`)
    // A file that may be read but not written is found here and not at the first import.
    database.exec('begin immediate; pragma user_version = 0; commit')
  } catch (error) {
    if (error instanceof ConfigurationError) throw error
    throw refuse(sentenceFor(error))
  } finally {
    database?.close()
  }
}

/** Stores made before they carried a mark. */
function isOursUnmarked(tables: ReadonlySet<string>): boolean {
  return tables.has('kysely_migration') && tables.has('session') && tables.has('job')
}

function tableNames(database: DatabaseSync): Set<string> {
  const rows = database.prepare("select name from sqlite_master where type = 'table'").all()
  return new Set(rows.map(({ name }) => String(name)))
}

function first(database: DatabaseSync, pragma: string): unknown {
  return Object.values(database.prepare(pragma).get() ?? {})[0]
}

/** SQLite's own result codes (sqlite.org/rescode), the lowest byte of what node:sqlite gives. */
const NOT_A_DATABASE = 26
const CORRUPT = 11
const FULL = 13
const READ_ONLY = 8

function sentenceFor(error: unknown): string {
  const code = sqliteCode(error)
  if (code === NOT_A_DATABASE) return `is no SQLite file. ${WHAT_TO_DO}`
  if (code === CORRUPT) return `is damaged. ${WHAT_TO_DO}`
  if (code === FULL) return 'cannot grow: its disk is full. Make room, then start again.'
  if (code === READ_ONLY) return 'may not be written by this user.'
  return 'cannot be opened: the folder or the file may not be read or written by this user.'
}

function sqliteCode(error: unknown): number | null {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : null
}
