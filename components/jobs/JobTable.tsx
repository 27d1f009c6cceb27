import type { JobSummary } from '@/lib/jobs/view'
import { JobRow } from './JobRow'
import classes from './Table.module.css'

type Props = { jobs: readonly JobSummary[]; now: number }

export function JobTable({ jobs, now }: Props) {
  return (
    <div className={classes.scroll} data-wide>
      <table className={classes.table}>
        <caption className="sr-only">Imports of this project, running ones first, then the newest</caption>
        <thead>
          <tr>
            <th scope="col">Image name</th>
            <th scope="col">Status</th>
            <th scope="col">Phase or result</th>
            <th scope="col">Elapsed or took</th>
            <th scope="col">Started</th>
            <th scope="col">By</th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
