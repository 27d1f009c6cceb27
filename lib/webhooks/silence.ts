import 'server-only'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import type { WebhookOfJob } from './of-job.ts'
import { findWebhookOfProject } from './rows.ts'

export async function webhookOfJob(db: Store, session: ActiveSession, jobId: string): Promise<WebhookOfJob> {
  if (!(await findWebhookOfProject(db, session))) return 'unset'
  const silence = await db
    .selectFrom('webhook_silence')
    .select('job_id')
    .where('job_id', '=', jobId)
    .executeTakeFirst()
  return silence ? 'off' : 'on'
}

/** Switches the call for one import, which the caller has looked up in its project. */
export async function setSilence(db: Store, jobId: string, isSilent: boolean): Promise<void> {
  if (isSilent)
    await db
      .insertInto('webhook_silence')
      .values({ job_id: jobId })
      .onConflict((conflict) => conflict.column('job_id').doNothing())
      .execute()
  else await db.deleteFrom('webhook_silence').where('job_id', '=', jobId).execute()
}
