import { asUser, json, notFound } from '@/app/api/answer'
import { pollJob } from '@/lib/jobs/read'
import { store } from '@/lib/store/store'

/** A job's view (lib/jobs/view.ts). Its version is the ETag: unchanged jobs answer 304. */
export async function GET(request: Request, { params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params
  return asUser(async (session) => {
    const job = await pollJob(store(), session, jobId)
    return job ? json(request, job.view, job.version) : notFound('No job with this id in this project')
  })
}
