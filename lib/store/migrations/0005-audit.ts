import type { Migration } from 'kysely/migration'

export const audit: Migration = {
  async up(db) {
    await db.schema
      .createTable('audit')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('project_id', 'text')
      .addColumn('region_id', 'text', (c) => c.notNull())
      .addColumn('user_id', 'text')
      .addColumn('user_name', 'text', (c) => c.notNull())
      .addColumn('domain_name', 'text', (c) => c.notNull())
      .addColumn('action', 'text', (c) => c.notNull())
      .addColumn('object_kind', 'text')
      .addColumn('object_id', 'text')
      .addColumn('object_name', 'text')
      .addColumn('result', 'text', (c) => c.notNull())
      .addColumn('code', 'text')
      .addColumn('address', 'text')
      .addColumn('request_id', 'text')
      .addColumn('details', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('audit_by_project').on('audit').columns(['project_id', 'at', 'id']).execute()
    await db.schema.createIndex('audit_by_user').on('audit').columns(['project_id', 'user_name']).execute()
    await db.schema.createIndex('audit_by_age').on('audit').columns(['at']).execute()
  },
}
