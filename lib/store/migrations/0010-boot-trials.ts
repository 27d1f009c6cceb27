import type { Migration } from 'kysely/migration'

/** What people saw when they started a server from an image: the last of it, for each image. */
export const bootTrials: Migration = {
  async up(db) {
    await db.schema
      .createTable('boot_trial')
      .addColumn('project_id', 'text', (c) => c.notNull())
      .addColumn('image_id', 'text', (c) => c.notNull())
      .addColumn('boots', 'integer', (c) => c.notNull())
      .addColumn('boot_mode', 'text')
      .addColumn('user_name', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('boot_trial_of_image', ['project_id', 'image_id'])
      .execute()
  },
}
