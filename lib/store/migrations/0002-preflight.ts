import type { Migration } from 'kysely/migration'

export const preflight: Migration = {
  async up(db) {
    await db.schema.alterTable('session').addColumn('obs_url', 'text').execute()
    await db.schema
      .createTable('job_preflight')
      .addColumn('job_id', 'text', (c) => c.primaryKey().references('job.id').onDelete('cascade'))
      .addColumn('preflight', 'text', (c) => c.notNull())
      .execute()
    await db.schema
      .createTable('inspection')
      .addColumn('region_id', 'text', (c) => c.notNull())
      .addColumn('project_id', 'text', (c) => c.notNull())
      .addColumn('user_id', 'text', (c) => c.notNull())
      .addColumn('bucket', 'text', (c) => c.notNull())
      .addColumn('object_key', 'text', (c) => c.notNull())
      .addColumn('view', 'text', (c) => c.notNull())
      .addColumn('checked_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('inspection_key', [
        'region_id',
        'project_id',
        'user_id',
        'bucket',
        'object_key',
      ])
      .execute()
    await db.schema.createIndex('inspection_by_age').on('inspection').columns(['checked_at']).execute()
  },
}
