'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useClockText } from '@/components/elements/clock'
import { JobStatus } from '@/components/elements/JobStatus'
import { PageHead } from '@/components/elements/PageHead'
import { StaleLine } from '@/components/elements/StaleLine'
import { StatusWord } from '@/components/elements/StatusWord'
import { FirstUse } from '@/components/images/FirstUse'
import { firstUseChecks } from '@/components/images/first-use'
import { imageQuery, quotaQuery } from '@/components/images/queries'
import { importOf } from '@/lib/cloud/job-request'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { isTerminal, JOB_STATE_WORDS } from '@/lib/jobs/states'
import type { JobView } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import type { WebhookOfJob } from '@/lib/webhooks/of-job'
import { AlsoRunning } from './AlsoRunning'
import { Columns } from './Columns'
import { CopyLink } from './CopyLink'
import { imageCheck } from './image-check'
import classes from './JobPage.module.css'
import { JobSubtitle } from './JobSubtitle'
import { JobTabs } from './JobTabs'
import { LeaveCard } from './LeaveCard'
import { LinkButton } from './LinkButton'
import { NextCard } from './NextCard'
import { Outcome } from './Outcome'
import { ProgressCard } from './ProgressCard'
import { isSlow } from './pace-words'
import { jobQuery } from './queries'
import { useEndAnnounced } from './use-end-announced'
import { useTabTitle } from './use-tab-title'

type Props = {
  /** The job as the server rendered it, and when that was (epoch milliseconds). */
  initial: JobView
  now: number
  /** What was known of the file when it was sent, which never changes; null when nothing was. */
  preflight: JobPreflight | null
  webhook: WebhookOfJob
}

/** Coming from the form, a quick import may have ended before its page is there: that end counts as seen on it. */
const JUST_NOW_MS = 10_000

function endedJustNow({ endedAt }: JobView, now: number): boolean {
  return endedAt !== null && now - endedAt < JUST_NOW_MS
}

export function JobPage({ initial, now, preflight, webhook }: Props) {
  const query = useQuery({ ...jobQuery(initial.id), initialData: initial, initialDataUpdatedAt: now })
  // On a second visit the browser may still hold an older answer than the one the server has just rendered.
  const job = query.data.version >= initial.version ? query.data : initial
  const [endedBefore] = useState(() => isTerminal(job.state) && !endedJustNow(job, now))
  const endSeenHere = !endedBefore && isTerminal(job.state)
  const image = useQuery({
    ...imageQuery(job.imageId ?? ''),
    enabled: job.state === 'succeeded' && job.imageId !== null,
  })
  const slow = useClockText((present) => (isSlow(job, present) ? 'Slow' : ''), isSlow(job, now) ? 'Slow' : '')
  const imported = importOf(job.request)
  const working = job.state === 'submitting' || job.state === 'queued' || job.state === 'running'

  const queryClient = useQueryClient()
  useEffect(() => {
    // The query cache: an import that has just made an image makes the shell's count of them too low.
    if (endSeenHere) void queryClient.invalidateQueries({ queryKey: quotaQuery().queryKey })
  }, [endSeenHere, queryClient])

  useTabTitle(JOB_STATE_WORDS[job.state], job.imageName)
  useEndAnnounced(job, endSeenHere)

  return (
    <>
      <PageHead
        title={job.imageName}
        status={
          <span className={classes.status}>
            <JobStatus state={job.state} variant="pill" live />
            {slow ? <StatusWord shape="warn" word={slow} variant="pill" /> : null}
          </span>
        }
        sub={<JobSubtitle job={job} />}
        actions={
          <>
            <CopyLink />
            {imported ? <LinkButton href={paths.importAgain(job.id)}>Import again</LinkButton> : null}
          </>
        }
      />
      {query.isError ? (
        <div className={classes.stale}>
          <StaleLine
            readAt={query.dataUpdatedAt}
            service="Slipway"
            onReadAgain={() => query.refetch()}
            reading={query.isFetching}
          />
        </div>
      ) : null}
      <Columns
        main={
          <>
            <Outcome job={job} preflight={preflight} endSeenHere={endSeenHere} slow={slow !== ''} now={now} />
            <ProgressCard job={job} preflight={preflight} check={imageCheck(job, image)} now={now} />
            <JobTabs job={job} preflight={preflight} className={classes.third} />
          </>
        }
        side={
          <>
            {working || job.state === 'waiting' ? (
              <LeaveCard jobId={job.id} webhook={webhook} className={classes.second} />
            ) : null}
            {working ? <NextCard job={job} className={classes.second} /> : null}
            {image.data ? (
              <FirstUse checks={firstUseChecks(image.data, imported, preflight)} className={classes.second} />
            ) : null}
            <AlsoRunning exceptId={job.id} exceptRuns={working} className={classes.second} />
          </>
        }
      />
    </>
  )
}
