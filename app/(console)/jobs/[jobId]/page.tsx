import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { JobPage } from '@/components/jobs/JobPage'
import { readJobPreflight } from '@/lib/jobs/preflight'
import { jobIdOfImsJob, readJob } from '@/lib/jobs/read'
import { JOB_STATE_WORDS } from '@/lib/jobs/states'
import { paths } from '@/lib/navigation'
import { requireActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'
import { webhookOfJob } from '@/lib/webhooks/silence'

type Props = { params: Promise<{ jobId: string }> }

const read = cache(async (jobId: string) => readJob(store(), await requireActiveSession(), jobId))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const job = await read((await params).jobId)
  return { title: job ? `${JOB_STATE_WORDS[job.state]} · ${job.imageName}` : 'Job' }
}

export default async function Page({ params }: Props) {
  const { jobId } = await params
  const job = await read(jobId)
  if (job) {
    const session = await requireActiveSession()
    const preflight = await readJobPreflight(store(), session, job.id)
    const webhook = await webhookOfJob(store(), session, job.id)
    return <JobPage initial={job} preflight={preflight} webhook={webhook} now={Date.now()} />
  }
  // The id in hand may be the one IMS gave: an address made of it leads to the import as well.
  const ours = await jobIdOfImsJob(store(), await requireActiveSession(), jobId)
  if (ours) redirect(paths.job(ours))
  notFound()
}
