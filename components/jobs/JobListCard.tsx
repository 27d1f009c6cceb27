'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { Empty } from '@/components/elements/Empty'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Moment } from '@/components/elements/Moment'
import { SkeletonRows } from '@/components/elements/SkeletonRows'
import classes from '@/components/elements/Table.module.css'
import { ProblemError } from '@/components/shell/request'
import { JobTable } from './JobTable'
import { ListEnd } from './ListEnd'
import type { useJobRows } from './useJobRows'

type Props = {
  list: ReturnType<typeof useJobRows>
  countWords: string
  /** The first rows of the filters are on their way. */
  isAwaited: boolean
  now: number
  onClearFilters: () => void
}

/** The table, or what stands in its place. */
export function JobListCard({ list, countWords, isAwaited, now, onClearFilters }: Props) {
  const { pages, live, rows } = list
  // Only the first paint takes the server's clock: rows that come later are drawn in the browser alone.
  const [firstNow] = useState(now)
  if (pages.isError && !pages.data)
    return (
      <Card label="Imports">
        <CardBody>
          {pages.error instanceof ProblemError ? (
            <ErrorBox
              error={pages.error.error}
              actions={<Button onClick={() => void pages.refetch()}>Try again</Button>}
              alert
            />
          ) : null}
        </CardBody>
      </Card>
    )
  if (rows.length === 0)
    return (
      <Card label="Imports">
        {isAwaited ? (
          <SkeletonRows label="Reading imports" />
        ) : (
          <Empty title="No job matches." action={<Button onClick={onClearFilters}>Clear filters</Button>} />
        )}
      </Card>
    )
  return (
    <Card label="Imports">
      <JobTable jobs={rows} now={firstNow} isOpenEnded={pages.hasNextPage} isBusy={isAwaited} />
      {pages.hasNextPage && !isAwaited ? (
        <ListEnd
          state={pages.isFetchingNextPage ? 'reading' : pages.isFetchNextPageError ? 'failed' : 'idle'}
          rows={rows.length}
          onMore={() => void pages.fetchNextPage()}
        />
      ) : null}
      <p className={classes.foot}>
        <span>
          {countWords} · read <Moment at={live.dataUpdatedAt || now} />
        </span>
      </p>
    </Card>
  )
}
