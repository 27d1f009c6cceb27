import type { Migration } from 'kysely/migration'

/** In order, never edited once released; each new one goes to the end. */
export const migrations: Record<string, Migration> = {
  '0001-sessions-and-jobs': {
    async up(db) {
      await db.schema
        .createTable('session')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('region_id', 'text', (c) => c.notNull())
        .addColumn('user_id', 'text', (c) => c.notNull())
        .addColumn('user_name', 'text', (c) => c.notNull())
        .addColumn('domain_id', 'text', (c) => c.notNull())
        .addColumn('domain_name', 'text', (c) => c.notNull())
        .addColumn('project_id', 'text')
        .addColumn('project_name', 'text')
        .addColumn('ims_url', 'text')
        .addColumn('token_sealed', 'text')
        .addColumn('token_expires_at', 'bigint', (c) => c.notNull())
        .addColumn('created_at', 'bigint', (c) => c.notNull())
        .execute()
      await db.schema
        .createIndex('session_by_owner')
        .on('session')
        .columns(['user_id', 'project_id'])
        .execute()
      await db.schema
        .createTable('job')
        .addColumn('id', 'text', (c) => c.primaryKey())
        .addColumn('project_id', 'text', (c) => c.notNull())
        .addColumn('region_id', 'text', (c) => c.notNull())
        .addColumn('user_id', 'text', (c) => c.notNull())
        .addColumn('user_name', 'text', (c) => c.notNull())
        .addColumn('state', 'text', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('image_name', 'text', (c) => c.notNull())
        .addColumn('request', 'text', (c) => c.notNull())
        .addColumn('ims_job_id', 'text')
        .addColumn('image_id', 'text')
        .addColumn('submitted_at', 'bigint', (c) => c.notNull())
        .addColumn('accepted_at', 'bigint')
        .addColumn('accepted_in_ms', 'integer')
        .addColumn('running_at', 'bigint')
        .addColumn('ended_at', 'bigint')
        .addColumn('last_checked_at', 'bigint')
        .addColumn('next_check_at', 'bigint')
        .addColumn('last_answer', 'text')
        .addColumn('failure', 'text')
        .addColumn('check_error', 'text')
        .execute()
      await db.schema
        .createIndex('job_by_project')
        .on('job')
        .columns(['project_id', 'submitted_at'])
        .execute()
      await db.schema.createIndex('job_by_next_check').on('job').columns(['next_check_at']).execute()
      await db.schema.createIndex('job_by_ims_job').on('job').columns(['ims_job_id']).execute()
      await db.schema.createIndex('job_by_image').on('job').columns(['image_id']).execute()
    },
  },
  '0002-preflight': {
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
  },
  '0003-usual-time': {
    async up(db) {
      await db.schema.alterTable('job').addColumn('likeness', 'text').execute()
      await db.schema.alterTable('job').addColumn('usual_time', 'text').execute()
      await db.schema
        .createIndex('job_by_likeness')
        .on('job')
        .columns(['project_id', 'likeness', 'ended_at'])
        .execute()
    },
  },
}
