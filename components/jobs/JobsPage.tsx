'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Card } from '@/components/elements/Card'
import { Empty } from '@/components/elements/Empty'
import { PageHead } from '@/components/elements/PageHead'
import { StaleLine } from '@/components/elements/StaleLine'
import { useCountAnnounced } from '@/components/elements/useCountAnnounced'
import { filtersQuery, isFiltered, type JobFilters, NO_FILTERS } from '@/lib/jobs/filters'
import type { JobList } from '@/lib/jobs/view'
import { ImportImageButton } from './ImportImageButton'
import { JobFilterBar } from './JobFilterBar'
import { JobListCard } from './JobListCard'
import classes from './JobsPage.module.css'
import { jobPagesQuery } from './list-queries'
import { NewJobsButton } from './NewJobsButton'
import { useRowEndsAnnounced } from './use-row-ends-announced'
import { useJobFilters } from './useJobFilters'
import { useJobRows } from './useJobRows'
import { WatchJobButton } from './WatchJobButton'

type Props = {
  /** The first page as the server rendered it, by these filters, and when that was (epoch milliseconds). */
  initial: JobList
  filters: JobFilters
  now: number
  projectName: string
}

export function JobsPage({ initial, filters: renderedBy, now, projectName }: Props) {
  const queryClient = useQueryClient()
  const { filters, changeFilters } = useJobFilters()
  const query = filtersQuery(filters)
  /** Once a person has changed the filters, what the server rendered before is no answer any more. */
  const [changedAfter, setChangedAfter] = useState<number | null>(null)
  const isServed = filtersQuery(renderedBy) === query && changedAfter !== now
  const list = useJobRows(query, isServed ? { list: initial, at: now } : null)
  const { pages, live, rows, newCount, showNew } = list
  useRowEndsAnnounced(rows)

  const isAwaited = pages.isPlaceholderData || pages.isPending
  const countWords = wordsFor(rows.length, pages.hasNextPage)
  useCountAnnounced(query, isAwaited || pages.isError ? null : countWords)

  const change: typeof changeFilters = (next, how) => {
    const wanted = filtersQuery(next)
    // Filters that a person sets are read anew; those one goes back to stay as they were left.
    if (wanted !== query) queryClient.removeQueries({ queryKey: jobPagesQuery(wanted).queryKey })
    setChangedAfter(now)
    changeFilters(next, how)
  }
  const isEmptyProject = !isFiltered(filters) && !isAwaited && !pages.isError && rows.length === 0
  return (
    <>
      <PageHead
        title="Jobs"
        sub={`Every import, export and copy of ${projectName}, running ones first.`}
        actions={
          <>
            <WatchJobButton />
            <ImportImageButton />
          </>
        }
      />
      {isEmptyProject ? (
        <Card>
          <Empty title="No imports yet." text="They stay here for 90 days." action={<ImportImageButton />} />
        </Card>
      ) : (
        <>
          <JobFilterBar
            filters={filters}
            open={live.data?.open ?? initial.open}
            onChange={change}
            end={newCount > 0 ? <NewJobsButton count={newCount} onShow={showNew} /> : null}
            onReadAgain={() => live.refetch()}
          />
          {live.isError && pages.data ? (
            <div className={classes.trouble}>
              <StaleLine
                service="Slipway"
                readAt={live.dataUpdatedAt}
                onReadAgain={() => void live.refetch()}
                reading={live.isFetching}
              />
            </div>
          ) : null}
          <JobListCard
            list={list}
            countWords={countWords}
            isAwaited={isAwaited}
            now={now}
            onClearFilters={() => change(NO_FILTERS)}
          />
        </>
      )}
    </>
  )
}

function wordsFor(count: number, more: boolean): string {
  if (count === 0) return 'No job matches.'
  if (more) return `More than ${count} imports`
  return count === 1 ? '1 import' : `${count} imports`
}
