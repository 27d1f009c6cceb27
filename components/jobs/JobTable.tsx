'use client'

import type { ReactNode } from 'react'
import classes from '@/components/elements/Table.module.css'
import { useRowWindow } from '@/components/elements/useRowWindow'
import type { JobSummary } from '@/lib/jobs/view'
import { JobRow } from './JobRow'
import row from './JobTable.module.css'

const COLUMNS = ['Image name', 'Status', 'Phase or result', 'Elapsed or took', 'Started', 'By'] as const

type Props = {
  jobs: readonly JobSummary[]
  now: number
  /** The server has more than these: how many rows there are is not known. */
  isOpenEnded: boolean
  /** Other rows are on their way. */
  isBusy: boolean
}

/** All rows up to 200; of more only those about the view, with gaps as high as the rows that are left out. */
export function JobTable({ jobs, now, isOpenEnded, isBusy }: Props) {
  const { body, drawn, pitch, onFocus } = useRowWindow(jobs.length)
  const rows: ReactNode[] = []
  let reached = 0
  const gap = (until: number) => {
    if (until > reached)
      rows.push(
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus, and this one holds nothing
        <tr key={`gap-${reached}`} aria-hidden="true" className={classes.gap}>
          <td colSpan={COLUMNS.length + 1} style={{ height: (until - reached) * pitch }} />
        </tr>,
      )
  }
  for (const place of drawn) {
    const job = jobs[place]
    if (!job) continue
    gap(place)
    rows.push(<JobRow key={job.id} job={job} now={now} place={place} />)
    reached = place + 1
  }
  gap(jobs.length)
  return (
    <div className={`${classes.scroll} ${isBusy ? row.busy : ''}`} data-wide>
      <table className={classes.table} aria-rowcount={isOpenEnded ? -1 : jobs.length + 1} aria-busy={isBusy}>
        <caption className="sr-only">Imports of this project, running ones first, then the newest</caption>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body} onFocus={onFocus}>
          {rows}
        </tbody>
      </table>
    </div>
  )
}
