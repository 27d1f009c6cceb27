'use server'

import { DatabaseSync } from 'node:sqlite'

let insert

/** The two flushed commits that a submit cannot do without: one before the call, one after it. */
export async function commitTwice(text) {
  insert ??= prepared()
  insert.run(text)
  insert.run(text)
}

function prepared() {
  const database = new DatabaseSync(process.env.BENCH_DATABASE)
  database.exec('pragma journal_mode = wal; pragma synchronous = full; create table row (text text)')
  return database.prepare('insert into row values (?)')
}
