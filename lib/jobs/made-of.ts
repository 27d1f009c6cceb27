import 'server-only'
import * as z from 'zod/mini'
import type { Store } from '../store/store.ts'
import { JOB_STATES, type JobState } from './states.ts'

/** More than this nobody looks through on an image's page; the list of jobs has them all. */
const LISTED = 20

export type MadeOfImage = {
  jobId: string
  kind: 'export' | 'copy'
  state: JobState
  /** `bucket:key` of an export. */
  file: string | null
  /** What a copy made, once it is there. */
  imageId: string | null
  imageName: string
  submittedAt: number
  endedAt: number | null
}

const kind = z.enum(['export', 'copy'])
const state = z.enum(JOB_STATES)

/** Exports and copies of an image that the project started here, the newest first. */
export async function listMadeOf(db: Store, projectId: string, imageId: string): Promise<MadeOfImage[]> {
  const rows = await db
    .selectFrom('job')
    .select(['id', 'kind', 'state', 'file', 'image_id', 'image_name', 'submitted_at', 'ended_at'])
    .where('of_image_id', '=', imageId)
    .where('project_id', '=', projectId)
    .orderBy('submitted_at', 'desc')
    .limit(LISTED)
    .execute()
  return rows.map((row) => ({
    jobId: row.id,
    kind: z.parse(kind, row.kind),
    state: z.parse(state, row.state),
    file: row.file,
    imageId: row.image_id,
    imageName: row.image_name,
    submittedAt: row.submitted_at,
    endedAt: row.ended_at,
  }))
}
