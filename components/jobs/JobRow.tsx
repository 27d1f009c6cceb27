import Link from 'next/link'
import { memo } from 'react'
import { Duration } from '@/components/elements/Duration'
import { Elapsed } from '@/components/elements/Elapsed'
import { JobStatus } from '@/components/elements/JobStatus'
import { Moment } from '@/components/elements/Moment'
import classes from '@/components/elements/Table.module.css'
import { type JobSummary, startOf } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import row from './JobRow.module.css'
import { RowMenuButton } from './RowMenuButton'
import { resultWords } from './result-words'
import { usualSpan } from './usual-span'

type Props = {
  job: JobSummary
  now: number
  /** Its place in the list, from 0. */
  place: number
}

/** Drawn anew only when the import has changed: scrolling through thousands draws the rows that come, and no other. */
export const JobRow = memo(function JobRow({ job, now, place }: Props) {
  const { code, text } = resultWords(job)
  const { endedAt, submittedAt } = job
  return (
    <tr data-row={place} aria-rowindex={place + 2} className={row.row}>
      <td className={classes.name}>
        <Link
          href={paths.job(job.id)}
          // Each row that scrolls by would be asked for.
          prefetch={false}
          className={`${classes.link} ${row.name}`}
          title={job.imageName}
        >
          {job.imageName}
        </Link>
        <span className={`mono ${row.file}`} title={job.file ?? undefined}>
          {job.kind === 'copy' ? 'copied from another image' : (job.file ?? 'file not known')}
        </span>
      </td>
      <td className={classes.status}>
        <JobStatus state={job.state} />
      </td>
      <td className={classes.more}>
        <span className={`${classes.cut} ${row.result}`} title={code ? text : undefined}>
          {code ? <code className={row.code}>{code}</code> : null}
          <span className={code ? row.short : undefined}>
            {code ? ' ' : ''}
            {text}
          </span>
        </span>
      </td>
      <td className={`${classes.quiet} ${classes.more}`}>
        {endedAt === null ? (
          <Elapsed from={startOf(job)} initialNow={now} />
        ) : (
          <Duration ms={endedAt - startOf(job)} />
        )}
        {endedAt === null && job.usual ? <span className={row.usual}> of {usualSpan(job.usual)}</span> : null}
      </td>
      <td className={`${classes.quiet} ${endedAt === null ? classes.wide : classes.more}`}>
        <Moment at={submittedAt} focusable={false} />
      </td>
      <td className={`${classes.quiet} ${classes.wide}`}>
        <span className={row.by}>{job.startedBy ?? `Added by ${job.addedBy}`}</span>
      </td>
      <td className={`${row.actions} ${classes.wide}`}>
        <RowMenuButton job={job} />
      </td>
    </tr>
  )
})
