import Link from 'next/link'
import { Duration } from '@/components/elements/Duration'
import { Elapsed } from '@/components/elements/Elapsed'
import { JobStatus } from '@/components/elements/JobStatus'
import { Nothing } from '@/components/elements/Nothing'
import table from '@/components/elements/Table.module.css'
import { resultWords } from '@/components/jobs/result-words'
import { type JobSummary, startOf } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import classes from './BatchJobRow.module.css'

type Props = { job: JobSummary; now: number }

export function BatchJobRow({ job, now }: Props) {
  const { id, imageName, imageId, state, sentAt, endedAt } = job
  const { code, text } = resultWords(job)
  const isFailed = state === 'failed' || state === 'rejected'
  return (
    <tr>
      <td className={table.name}>
        <Link href={paths.job(id)} className={table.link} title={imageName}>
          {imageName}
        </Link>
      </td>
      <td className={table.status}>
        <JobStatus state={state} />
      </td>
      <td className={table.more}>
        <span className={table.cut}>
          {code ? <code className={classes.code}>{code} </code> : null}
          {text}
        </span>
      </td>
      <td className={`${table.quiet} ${table.more}`}>
        {sentAt === null ? (
          <Nothing />
        ) : endedAt === null ? (
          <Elapsed from={startOf(job)} initialNow={now} />
        ) : (
          <Duration ms={endedAt - startOf(job)} />
        )}
      </td>
      <td className={classes.next}>
        {isFailed ? (
          <Link href={paths.importAgain(id)} className={table.above}>
            Fix and import again
          </Link>
        ) : state === 'succeeded' && imageId !== null ? (
          <Link href={paths.image(imageId)} className={table.above}>
            Open image
          </Link>
        ) : (
          <Nothing />
        )}
      </td>
    </tr>
  )
}
