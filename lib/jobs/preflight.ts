import 'server-only'
import * as z from 'zod/mini'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { type JobPreflight, jobPreflight } from './preflight-view.ts'

/** Beside the job's own row, in the same transaction; both go together. */
export async function insertJobPreflight(db: Store, jobId: string, preflight: JobPreflight): Promise<void> {
  await db
    .insertInto('job_preflight')
    .values({ job_id: jobId, preflight: JSON.stringify(preflight) })
    .execute()
}

/** Of a job of the session's project; null when nothing was known, or in a form that this version does not read. */
export async function readJobPreflight(
  db: Store,
  session: Pick<ActiveSession, 'project'>,
  jobId: string,
): Promise<JobPreflight | null> {
  const row = await db
    .selectFrom('job_preflight')
    .innerJoin('job', 'job.id', 'job_preflight.job_id')
    .select('preflight')
    .where('job_id', '=', jobId)
    .where('job.project_id', '=', session.project.id)
    .executeTakeFirst()
  if (!row) return null
  const parsed = z.safeParse(jobPreflight, JSON.parse(row.preflight))
  return parsed.success ? parsed.data : null
}
