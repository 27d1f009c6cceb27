import { Kysely, PostgresDialect } from 'kysely'
import { expect, test } from 'vitest'
import { storeKind } from './kind.ts'
import { openStore } from './store.ts'

test('the store says what it is kept in', () => {
  expect(storeKind(openStore(':memory:'))).toBe('SQLite')
  const pool = async () => {
    throw new Error('nothing is asked of it')
  }
  expect(storeKind(new Kysely({ dialect: new PostgresDialect({ pool }) }))).toBe('PostgreSQL')
})
