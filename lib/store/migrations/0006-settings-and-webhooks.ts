import type { Migration } from 'kysely/migration'

export const settingsAndWebhooks: Migration = {
  async up(db) {
    await db.schema.alterTable('session').addColumn('roles', 'text').execute()
    await db.schema
      .createTable('import_defaults')
      .addColumn('region_id', 'text', (c) => c.notNull())
      .addColumn('project_id', 'text', (c) => c.notNull())
      .addColumn('user_id', 'text', (c) => c.notNull())
      .addColumn('defaults', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('import_defaults_key', ['region_id', 'project_id', 'user_id'])
      .execute()
    await db.schema
      .createTable('seen_import')
      .addColumn('user_id', 'text', (c) => c.notNull())
      .addColumn('job_id', 'text', (c) => c.notNull().references('job.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('seen_import_key', ['user_id', 'job_id'])
      .execute()
    await db.schema.createIndex('seen_import_by_job').on('seen_import').columns(['job_id']).execute()
    await db.schema.createIndex('job_by_end').on('job').columns(['project_id', 'ended_at']).execute()
    await db.schema
      .createIndex('job_by_owners_end')
      .on('job')
      .columns(['project_id', 'user_id', 'ended_at'])
      .execute()

    await db.schema
      .createTable('webhook')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('region_id', 'text', (c) => c.notNull())
      .addColumn('project_id', 'text', (c) => c.notNull())
      .addColumn('project_name', 'text', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('secret_sealed', 'text', (c) => c.notNull())
      .addColumn('set_at', 'bigint', (c) => c.notNull())
      .addColumn('set_by', 'text', (c) => c.notNull())
      .addUniqueConstraint('webhook_of_project', ['region_id', 'project_id'])
      .execute()
    await db.schema
      .createTable('webhook_silence')
      .addColumn('job_id', 'text', (c) => c.primaryKey().references('job.id').onDelete('cascade'))
      .execute()
    await db.schema
      .createTable('webhook_delivery')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('webhook_id', 'text', (c) => c.notNull().references('webhook.id').onDelete('cascade'))
      .addColumn('job_id', 'text')
      .addColumn('image_name', 'text')
      .addColumn('event', 'text', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('attempts', 'integer', (c) => c.notNull())
      .addColumn('created_at', 'bigint', (c) => c.notNull())
      .addColumn('next_attempt_at', 'bigint')
      .addColumn('claimed_by', 'text')
      .addColumn('claimed_until', 'bigint')
      .addColumn('last_attempt_at', 'bigint')
      .addColumn('last_answer', 'text')
      .addUniqueConstraint('webhook_delivery_once', ['webhook_id', 'job_id', 'event'])
      .execute()
    await db.schema
      .createIndex('webhook_delivery_by_time')
      .on('webhook_delivery')
      .columns(['state', 'next_attempt_at'])
      .execute()
    await db.schema
      .createIndex('webhook_delivery_by_age')
      .on('webhook_delivery')
      .columns(['webhook_id', 'created_at'])
      .execute()
  },
}
