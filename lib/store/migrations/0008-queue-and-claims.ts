import type { Migration } from 'kysely/migration'

export const queueAndClaims: Migration = {
  async up(db) {
    await db.schema.alterTable('job').addColumn('sent_at', 'bigint').execute()
    await db.schema.alterTable('job').addColumn('claimed_by', 'text').execute()
    await db.schema.alterTable('job').addColumn('claimed_until', 'bigint').execute()
    await db
      .updateTable('job')
      .set((eb: { ref: (column: string) => unknown }) => ({ sent_at: eb.ref('submitted_at') }))
      .execute()
    await db.schema.createIndex('job_by_state').on('job').columns(['state', 'next_check_at']).execute()
    await db.schema.dropIndex('job_by_next_check').execute()
    await db.schema
      .createTable('lease')
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('holder', 'text', (c) => c.notNull())
      .addColumn('held_until', 'bigint', (c) => c.notNull())
      .execute()
  },
}
