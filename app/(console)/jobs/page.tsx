import type { Metadata } from 'next'
import { NoImports } from '@/components/import/NoImports'
import { JobsPage } from '@/components/jobs/JobsPage'
import { readableFilters } from '@/lib/jobs/filters'
import { readJobList } from '@/lib/jobs/list'
import { requireActiveSession } from '@/lib/session/current'
import { pageImageApi } from '@/lib/session/image-api'
import { store } from '@/lib/store/store'

export const metadata: Metadata = { title: 'Jobs' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const session = await requireActiveSession()
  const filters = readableFilters(lastOfEach(await searchParams))
  if ((await pageImageApi(session)) !== 'ims')
    return <NoImports title="Jobs" regionTitle={session.region.title} />
  const list = await readJobList(store(), session, filters)
  return (
    <JobsPage initial={list.view()} filters={filters} now={Date.now()} projectName={session.project.name} />
  )
}

/** As Object.fromEntries has them in the browser: of a parameter that stands twice the last counts. */
function lastOfEach(parameters: Record<string, string | string[] | undefined>) {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, Array.isArray(value) ? value.at(-1) : value]),
  )
}
