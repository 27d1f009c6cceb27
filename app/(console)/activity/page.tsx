import type { Metadata } from 'next'
import { ActivityEmpty } from '@/components/activity/ActivityEmpty'
import { ActivityFilters } from '@/components/activity/ActivityFilters'
import { ActivityHead } from '@/components/activity/ActivityHead'
import { ActivityList } from '@/components/activity/ActivityList'
import { filterFrom, filterQuery, isFiltered, readFilter } from '@/lib/audit/filter'
import { readActivity, readActivityUsers } from '@/lib/audit/read'
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
      <ActivityFilters filter={filter} users={users} problem={read.ok ? null : read.error} />
      {first ? (
        <ActivityList
          key={`${session.project.id} ${query}`}
          query={query}
          initial={first}
          now={Date.now()}
          empty={<ActivityEmpty isFiltered={isFiltered(filter)} />}
        />
      ) : null}
    </>
  )
}
