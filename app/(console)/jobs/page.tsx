import type { Metadata } from 'next'
import { JobsPage } from '@/components/jobs/JobsPage'
import { NO_FILTERS } from '@/lib/jobs/filters'
import { readJobList } from '@/lib/jobs/list'
import { requireActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'

export const metadata: Metadata = { title: 'Jobs' }

export default async function Page() {
  const session = await requireActiveSession()
  const jobs = await readJobList(store(), session, NO_FILTERS)
  return <JobsPage initial={jobs.view()} now={Date.now()} projectName={session.project.name} />
}
