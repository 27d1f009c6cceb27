'use client'

import { useQuery } from '@tanstack/react-query'
import { CopyText } from '@/components/elements/CopyText'
import type { JobView } from '@/lib/jobs/view'
import classes from './JobSubtitle.module.css'
import { jobListQuery } from './queries'

type Props = { job: JobView }

export function JobSubtitle({ job }: Props) {
  const { data } = useQuery(jobListQuery())
  // The one that waits counts among those that go on.
  const others = Math.max(0, (data?.working ?? 0) - 1)
  const headline = headlineOf(job, others)
  return (
    <>
      {job.imsJobId ? <CopyText value={job.imsJobId} label="job id" /> : null}
      {headline ? <p className={classes.headline}>{headline}</p> : null}
    </>
  )
}

function headlineOf({ state }: JobView, others: number): string | null {
  switch (state) {
    case 'submitting':
      return 'Sending the request to IMS.'
    case 'queued': {
      const company =
        others === 1
          ? ' 1 other import runs in this project.'
          : ` ${others} other imports run in this project.`
      return `Waiting for IMS to begin.${others === 0 ? '' : company}`
    }
    default:
      return null
  }
}
