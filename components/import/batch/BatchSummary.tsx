'use client'

import { useQuery } from '@tanstack/react-query'
import { Card } from '@/components/elements/Card'
import { ListBar } from '@/components/elements/ListBar'
import { StaleLine } from '@/components/elements/StaleLine'
import table from '@/components/elements/Table.module.css'
import { useRowEndsAnnounced } from '@/components/jobs/use-row-ends-announced'
import type { BatchView } from '@/lib/import/batch/view'
import { BatchJobRow } from './BatchJobRow'
import classes from './BatchPage.module.css'
import { NotSentYet } from './NotSentYet'
import { batchQuery } from './queries'
import { summaryWords } from './summary-words'

type Props = {
  batchId: string
  /** As the server rendered it, and when that was (epoch milliseconds). */
  initial: BatchView
  now: number
  projectId: string
}

/** What became of imports that were sent together. Its address shows it again, whenever it is opened. */
export function BatchSummary({ batchId, initial, now, projectId }: Props) {
  const { data, dataUpdatedAt, isError, isFetching, refetch } = useQuery({
    ...batchQuery(batchId),
    initialData: initial,
    initialDataUpdatedAt: now,
  })
  const { jobs } = data
  useRowEndsAnnounced(jobs)
  return (
    <div className={classes.page}>
      <NotSentYet projectId={projectId} />
      <div>
        <ListBar
          start={
            isError ? (
              <StaleLine
                readAt={dataUpdatedAt}
                service="Slipway"
                onReadAgain={() => refetch()}
                reading={isFetching}
              />
            ) : (
              <p>{summaryWords(data)}</p>
            )
          }
          onReadAgain={() => refetch()}
        />
        <Card label="Imports of this batch">
          <div className={table.scroll} data-wide>
            <table className={table.table}>
              <caption className="sr-only">Imports of this batch, in the order of their rows</caption>
              <thead>
                <tr>
                  <th scope="col">Image name</th>
                  <th scope="col">Status</th>
                  <th scope="col">Phase or result</th>
                  <th scope="col">Elapsed or took</th>
                  <th scope="col">Next</th>
                </tr>
              </thead>
              <tbody>
                {jobs.map((job) => (
                  <BatchJobRow key={job.id} job={job} now={now} />
                ))}
              </tbody>
            </table>
          </div>
          <p className={table.foot}>
            {jobs.length === 1 ? '1 import' : `${jobs.length} imports`} · you can leave this page; its address
            shows them again
          </p>
        </Card>
      </div>
    </div>
  )
}
