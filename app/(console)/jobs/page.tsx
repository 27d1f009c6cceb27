import type { Metadata } from 'next'
import { JobsPage } from '@/components/jobs/JobsPage'
import { readJobs } from '@/lib/jobs/read'
import { requireActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'

export const metadata: Metadata = { title: 'Jobs' }

export default async function Page() {
  const session = await requireActiveSession()
  const jobs = await readJobs(store(), session)
  return <JobsPage initial={jobs} now={Date.now()} projectName={session.project.name} />
}
