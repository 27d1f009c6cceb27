import type { Migration } from 'kysely/migration'

export const batch: Migration = {
  async up(db) {
    await db.schema.alterTable('job').addColumn('batch_id', 'text').execute()
    await db.schema.createIndex('job_by_batch').on('job').columns(['batch_id', 'submitted_at']).execute()
  },
}
