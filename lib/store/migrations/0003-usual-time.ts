import type { Migration } from 'kysely/migration'

export const usualTime: Migration = {
  async up(db) {
    await db.schema.alterTable('job').addColumn('likeness', 'text').execute()
    await db.schema.alterTable('job').addColumn('usual_time', 'text').execute()
    await db.schema
      .createIndex('job_by_likeness')
      .on('job')
      .columns(['project_id', 'likeness', 'ended_at'])
      .execute()
  },
}
