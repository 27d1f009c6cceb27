import type { Migration } from 'kysely/migration'

/** Exports and copies: which image they are made of. */
export const madeOfImages: Migration = {
  async up(db) {
    await db.schema.alterTable('job').addColumn('of_image_id', 'text').execute()
    await db.schema
      .createIndex('job_by_image_it_is_of')
      .on('job')
      .columns(['of_image_id', 'submitted_at'])
      .where('of_image_id', 'is not', null)
      .execute()
  },
}
