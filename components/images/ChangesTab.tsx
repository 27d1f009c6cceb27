'use client'

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { ActivityTable } from '@/components/activity/ActivityTable'
import { OlderChanges } from '@/components/activity/OlderChanges'
import { Card } from '@/components/elements/Card'
import { Empty } from '@/components/elements/Empty'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { SkeletonRows } from '@/components/elements/SkeletonRows'
import table from '@/components/elements/Table.module.css'
import { ProblemError } from '@/components/shell/request'
import type { ActivityEntry, ActivityPage } from '@/lib/audit/view'
import { paths } from '@/lib/navigation'

const ActivityRecord = dynamic(
  () =>
    import('@/components/activity/ActivityRecord')
      .then(({ ActivityRecord }) => ActivityRecord)
      .catch(() => NotLoaded),
  { ssr: false },
)

type Props = {
  list: UseInfiniteQueryResult<InfiniteData<ActivityPage>>
  /** As the activity page's address has it. */
  query: string
}

/** Who changed the image through Slipway, and how it came into being. */
export function ChangesTab({ list, query }: Props) {
  const [opened, setOpened] = useState<ActivityEntry | null>(null)
  const [isOpen, setOpen] = useState(false)
  if (list.data === undefined)
    return list.error instanceof ProblemError ? (
      <ErrorBox error={list.error.error} />
    ) : (
      <Card label="Changes">
        <SkeletonRows rows={4} label="Reading the changes" />
      </Card>
    )
  const entries = list.data.pages.flatMap((page) => page.entries)
  return (
    <Card label="Changes">
      {entries.length === 0 ? (
        <Empty
          title="Nothing was changed through Slipway yet."
          text="Changes by other tools are in the cloud’s own trace (CTS). Reads are not recorded."
        />
      ) : (
        <ActivityTable
          entries={entries}
          now={list.dataUpdatedAt}
          onOpen={(entry) => {
            setOpened(entry)
            setOpen(true)
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
      <p className={table.foot}>
        <span>Changes by other tools are in the cloud’s own trace (CTS).</span>
        <Link href={paths.activity(query)}>Open in Activity</Link>
      </p>
      {opened ? <ActivityRecord entry={opened} isOpen={isOpen} onClose={() => setOpen(false)} /> : null}
    </Card>
  )
}
