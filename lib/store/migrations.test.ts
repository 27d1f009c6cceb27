import { Kysely } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { migrate } from './migrate.ts'
import { migrations } from './migrations.ts'
import { sqliteDialect } from './sqlite.ts'
import type { Tables } from './tables.ts'

test('imports from before the list was searched are found by their name and file', async () => {
  const db = new Kysely<Tables>({ dialect: sqliteDialect(':memory:') })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  await migrator.migrateTo('0003-usual-time')
  const old = (number: number) => ({
    id: `job-${String(number).padStart(4, '0')}`,
    project_id: 'p1',
    region_id: 'eu-de',
    user_id: 'u',
    user_name: 'demo',
    state: 'succeeded',
    version: 3,
    kind: 'data',
    image_name: `Web-${number}`,
    request: JSON.stringify({ name: `Web-${number}`, file: { bucket: 'ims-image', key: `Ä/${number}.vhd` } }),
    submitted_at: 1,
  })
  // More than are filled in at a time.
  for (let number = 0; number < 1100; number += 100)
    await db
      .insertInto('job')
      .values(Array.from({ length: 100 }, (_, offset) => ({ ...old(number + offset), file: undefined })))
      .execute()
  await migrate(db)
  const rows = await db.selectFrom('job').select(['file', 'search_text', 'version']).orderBy('id').execute()
  expect(rows).toHaveLength(1100)
  expect(rows.at(-1)).toEqual({
    file: 'ims-image:Ä/1099.vhd',
    search_text: 'web-1099\nims-image:ä/1099.vhd',
    version: 3,
  })
  expect(rows.filter(({ file }) => file === null)).toEqual([])
})
