'use client'

import { useQuery } from '@tanstack/react-query'
import { Card } from '@/components/elements/Card'
import { Empty } from '@/components/elements/Empty'
import { Moment } from '@/components/elements/Moment'
import { PageHead } from '@/components/elements/PageHead'
import { StaleLine } from '@/components/elements/StaleLine'
import type { JobList } from '@/lib/jobs/view'
import { ImportImageButton } from './ImportImageButton'
import { JobTable } from './JobTable'
import { ListBar } from './ListBar'
import { jobListQuery } from './queries'
import classes from './Table.module.css'
import { useRowEndsAnnounced } from './use-row-ends-announced'

type Props = {
  /** The list as the server rendered it, and when that was (epoch milliseconds). */
  initial: JobList
  now: number
  projectName: string
}

export function JobsPage({ initial, now, projectName }: Props) {
  const { data, dataUpdatedAt, isError, isFetching, refetch } = useQuery({
    ...jobListQuery(),
    initialData: initial,
    initialDataUpdatedAt: now,
  })
  const { jobs, next } = data
  useRowEndsAnnounced(jobs)

  return (
    <>
      <PageHead
        title="Jobs"
        sub={`Every import of ${projectName}, running ones first.`}
        actions={<ImportImageButton />}
      />
      {jobs.length === 0 ? (
        <Card>
          <Empty title="No imports yet." text="They stay here for 90 days." action={<ImportImageButton />} />
        </Card>
      ) : (
        <>
          <ListBar
            start={
              isError ? (
                <StaleLine
                  readAt={dataUpdatedAt}
                  service="Slipway"
                  onReadAgain={() => refetch()}
                  reading={isFetching}
                />
              ) : null
            }
            onReadAgain={() => refetch()}
          />
          <Card label="Imports">
            <JobTable jobs={jobs} now={now} />
            <p className={classes.foot}>
              <span>
                {next ? `The newest ${jobs.length} imports; there are more` : countOf(jobs.length)} · read{' '}
                <Moment at={dataUpdatedAt} />
              </span>
            </p>
          </Card>
        </>
      )}
    </>
  )
}

function countOf(imports: number): string {
  return imports === 1 ? '1 import' : `${imports} imports`
}
