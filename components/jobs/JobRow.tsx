import Link from 'next/link'
import { Duration } from '@/components/elements/Duration'
import { Elapsed } from '@/components/elements/Elapsed'
import { JobStatus } from '@/components/elements/JobStatus'
import { Moment } from '@/components/elements/Moment'
import type { JobSummary } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import row from './JobRow.module.css'
import { resultWords } from './result-words'
import classes from './Table.module.css'

type Props = { job: JobSummary; now: number }

export function JobRow({ job, now }: Props) {
  const { code, text } = resultWords(job)
  return (
    <tr>
      <td className={classes.name}>
        <Link href={paths.job(job.id)} className={classes.link} title={job.imageName}>
          {job.imageName}
        </Link>
      </td>
      <td className={classes.status}>
        <JobStatus state={job.state} />
      </td>
      <td className={classes.more}>
        <span className={classes.cut}>
          {code ? <code className={row.code}>{code}</code> : null}
          <span className={code ? row.short : undefined}>
            {code ? ' ' : ''}
            {text}
          </span>
        </span>
      </td>
      <td className={`${classes.quiet} ${classes.more}`}>
        {job.endedAt === null ? (
          <Elapsed from={job.submittedAt} initialNow={now} />
        ) : (
          <Duration ms={job.endedAt - job.submittedAt} />
        )}
      </td>
      <td className={`${classes.quiet} ${job.endedAt === null ? classes.wide : classes.more}`}>
        <Moment at={job.submittedAt} focusable={false} />
      </td>
      <td className={`${classes.quiet} ${classes.wide}`}>{job.startedBy ?? job.addedBy}</td>
    </tr>
  )
}
