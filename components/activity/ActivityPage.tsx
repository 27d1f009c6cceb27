'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { Card } from '@/components/elements/Card'
import { ListBar } from '@/components/elements/ListBar'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { StaleLine } from '@/components/elements/StaleLine'
import type { ActivityEntry, ActivityPage as FirstPage } from '@/lib/audit/view'
import { ActivityEmpty } from './ActivityEmpty'
import { ActivityFoot } from './ActivityFoot'
import classes from './ActivityPage.module.css'
import { ActivityTable } from './ActivityTable'
import { OlderChanges } from './OlderChanges'
import { activityQuery } from './queries'

const ActivityRecord = dynamic(
  () => import('./ActivityRecord').then(({ ActivityRecord }) => ActivityRecord).catch(() => NotLoaded),
  { ssr: false },
)

type Props = {
  /** As the page's address has them; empty where nothing is filtered. */
  query: string
  filters: ReactNode
  /** The first page as the server rendered it; null where the filters cannot be used. */
  initial: FirstPage | null
  /** When that was, epoch milliseconds. */
  now: number
}

export function ActivityPage({ query, filters, initial, now }: Props) {
  const list = useInfiniteQuery({
    ...activityQuery(query),
    enabled: initial !== null,
    ...(initial ? { initialData: { pages: [initial], pageParams: [null] }, initialDataUpdatedAt: now } : {}),
  })
  const [opened, setOpened] = useState<ActivityEntry | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? []
  const isStale = list.isError && !list.isFetchNextPageError

  return (
    <>
      <div className={classes.top}>
        {filters}
        {initial ? <ListBar onReadAgain={() => list.refetch()} /> : null}
      </div>
      {isStale ? (
        <StaleLine
          readAt={list.dataUpdatedAt}
          service="Slipway"
          onReadAgain={() => list.refetch()}
          reading={list.isFetching}
        />
      ) : null}
      {initial ? (
        <Card label="Changes">
          {entries.length === 0 ? (
            <ActivityEmpty isFiltered={query !== ''} />
          ) : (
            <ActivityTable
              entries={entries}
              now={now}
              onOpen={(entry) => {
                setOpened(entry)
                setIsOpen(true)
              }}
            />
          )}
          {list.hasNextPage ? (
            <OlderChanges
              isReading={list.isFetching}
              error={list.isFetchNextPageError ? list.error : null}
              onShow={() => void list.fetchNextPage()}
            />
          ) : null}
          <ActivityFoot count={entries.length} more={list.hasNextPage} readAt={list.dataUpdatedAt} />
        </Card>
      ) : null}
      {opened ? <ActivityRecord entry={opened} isOpen={isOpen} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
