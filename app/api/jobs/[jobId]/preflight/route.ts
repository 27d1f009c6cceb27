import { asUser, json } from '@/app/api/answer'
import { readJobPreflight } from '@/lib/jobs/preflight'
import { store } from '@/lib/store/store'

/**
 * What was known of the file when this import was sent (jobPreflight in lib/jobs/preflight-view.ts), or null. It never
 * changes, so it is no part of the job that is polled.
 */
export async function GET(request: Request, { params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params
  return asUser(async (session) => json(request, await readJobPreflight(store(), session, jobId)))
}
