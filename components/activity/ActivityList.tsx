'use client'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { type ReactNode, useRef, useState } from 'react'
import { Card } from '@/components/elements/Card'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { StaleLine } from '@/components/elements/StaleLine'
import { ListBar } from '@/components/jobs/ListBar'
import { ProblemError } from '@/components/shell/request'
import type { ActivityEntry, ActivityPage } from '@/lib/audit/view'
import { ActivityFoot } from './ActivityFoot'
import classes from './ActivityList.module.css'
import { ActivityTable } from './ActivityTable'
import { activityQuery } from './queries'
import { useNearEnd } from './useNearEnd'

const ActivityRecord = dynamic(() => import('./ActivityRecord').then(({ ActivityRecord }) => ActivityRecord))

type Props = {
  query: string
  /** The first page as the server rendered it, and when that was (epoch milliseconds). */
  initial: ActivityPage
  now: number
  /** In the table's place when there is nothing to list. */
  empty: ReactNode
}

/** Give it a key of the query: another filter is another list. */
export function ActivityList({ query, initial, now, empty }: Props) {
  const {
    data,
    dataUpdatedAt,
    error,
    isFetching,
    hasNextPage,
    isFetchingNextPage,
    isFetchNextPageError,
    ...list
  } = useInfiniteQuery({
    ...activityQuery(query),
    initialData: { pages: [initial], pageParams: [null] },
    initialDataUpdatedAt: now,
  })
  const [opened, setOpened] = useState<ActivityEntry | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  const more = useRef<HTMLDivElement>(null)
  const showMore = () => void list.fetchNextPage()
  useNearEnd(more, () => {
    if (hasNextPage && !isFetching && !isFetchNextPageError) showMore()
  })
  const entries = data.pages.flatMap((page) => page.entries)

  return (
    <>
      <ListBar
        start={
          error && !isFetchNextPageError ? (
            <StaleLine
              readAt={dataUpdatedAt}
              service="Slipway"
              onReadAgain={() => list.refetch()}
              reading={isFetching}
            />
          ) : null
        }
        onReadAgain={() => list.refetch()}
      />
      <Card label="Changes">
        {entries.length === 0 ? (
          empty
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
        {hasNextPage ? (
          <div ref={more} className={classes.more}>
            {isFetchNextPageError && error instanceof ProblemError ? (
              <ErrorBox error={error.error} alert />
            ) : null}
            <Button aria-disabled={isFetchingNextPage} onClick={isFetchingNextPage ? undefined : showMore}>
              {isFetchingNextPage ? 'Reading…' : isFetchNextPageError ? 'Try again' : 'Show older changes'}
            </Button>
          </div>
        ) : null}
        <ActivityFoot count={entries.length} more={hasNextPage} readAt={dataUpdatedAt} />
      </Card>
      {opened ? <ActivityRecord entry={opened} isOpen={isOpen} onClose={() => setIsOpen(false)} /> : null}
    </>
  )
}
