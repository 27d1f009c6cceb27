import type { Metadata } from 'next'
import { ActivityFilters } from '@/components/activity/ActivityFilters'
import { ActivityHead } from '@/components/activity/ActivityHead'
import { ActivityPage } from '@/components/activity/ActivityPage'
import { filterFrom, filterQuery } from '@/lib/audit/filter'
import { readActivity, readActivityUsers } from '@/lib/audit/read'
import { readFilter } from '@/lib/audit/read-filter'
import { requireActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'

export const metadata: Metadata = { title: 'Activity' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  const session = await requireActiveSession()
  const asked = await searchParams
  const filter = filterFrom((name) => (typeof asked[name] === 'string' ? asked[name] : null))
  const query = filterQuery(filter)
  const read = readFilter(filter)
  const users = await readActivityUsers(store(), session)
  const first = read.ok ? await readActivity(store(), session, read.value, null) : null
  return (
    <>
      <ActivityHead query={first ? query : null} />
      <ActivityPage
        query={query}
        filters={<ActivityFilters filter={filter} users={users} problem={read.ok ? null : read.error} />}
        initial={first}
        now={Date.now()}
      />
    </>
  )
}
