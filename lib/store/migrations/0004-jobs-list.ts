import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import * as z from 'zod/mini'

/** What an old row's request says of the list's new columns; later versions of the request may look otherwise. */
const requestThen = z.object({ file: z.object({ bucket: z.string(), key: z.string() }) })

/** A store may hold years of imports: they are filled in so many at a time. */
const ROWS_AT_ONCE = 500

type JobsThen = {
  job: { id: string; image_name: string; request: string; file: string | null; search_text: string | null }
}

/**
 * What the list of jobs shows and searches, in columns of their own, and an index for each of its halves: imports that
 * have not ended, and those that have. The indexes hold all that the list filters by, so that rows which do not match
 * are passed over without being read.
 */
export const jobsList: Migration = {
  async up(db) {
    await db.schema.alterTable('job').addColumn('file', 'text').execute()
    await db.schema.alterTable('job').addColumn('search_text', 'text').execute()
    await fillIn(db)
    const columns = [
      'project_id',
      'submitted_at',
      'id',
      'state',
      'user_id',
      'search_text',
      'ims_job_id',
      'image_id',
    ]
    await db.schema.createIndex('job_open').on('job').columns(columns).where('ended_at', 'is', null).execute()
    await db.schema
      .createIndex('job_ended')
      .on('job')
      .columns(columns)
      .where('ended_at', 'is not', null)
      .execute()
    await db.schema.dropIndex('job_by_project').execute()
  },
}

async function fillIn(db: Kysely<JobsThen>): Promise<void> {
  let after = ''
  for (;;) {
    const rows = await db
      .selectFrom('job')
      .select(['id', 'image_name', 'request'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute()
    for (const { id, image_name, request } of rows) {
      const address = addressIn(request)
      await db
        .updateTable('job')
        .set({ file: address, search_text: `${image_name}\n${address ?? ''}`.toLowerCase() })
        .where('id', '=', id)
        .execute()
    }
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) return
    after = last.id
  }
}

function addressIn(request: string): string | null {
  const parsed = z.safeParse(requestThen, JSON.parse(request))
  return parsed.success ? `${parsed.data.file.bucket}:${parsed.data.file.key}` : null
}
