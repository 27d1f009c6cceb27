'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { Elapsed } from '@/components/elements/Elapsed'
import { StatusMark } from '@/components/elements/StatusMark'
import { JOB_STATE_WORDS } from '@/lib/jobs/states'
import { startOf } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import classes from './AlsoRunning.module.css'
import { jobListQuery } from './queries'

const SHOWN = 5
const SHAPES = { submitting: 'running', queued: 'queued', running: 'running' } as const

type Props = {
  exceptId: string
  /** Whether that one is among those that run. */
  exceptRuns: boolean
  className?: string | undefined
}

/** The other imports of the project; nothing at all when there are none, or as long as it is not known. */
export function AlsoRunning({ exceptId, exceptRuns, className }: Props) {
  const { data } = useQuery(jobListQuery())
  // Running ones come first in the list, so those to show are on its first page; how many there are, the server says.
  const shown = (data?.jobs ?? []).flatMap((job) =>
    job.id !== exceptId && (job.state === 'submitting' || job.state === 'queued' || job.state === 'running')
      ? [{ ...job, state: job.state }]
      : [],
  )
  const others = Math.max(shown.length, (data?.working ?? 0) - (exceptRuns ? 1 : 0))
  if (shown.length === 0) return null
  return (
    <Card labelledBy="also" className={className}>
      <CardHeader id="also" title="Also running" end={`${others} ${others === 1 ? 'other' : 'others'}`} />
      <CardBody tight>
        <ul className={classes.list}>
          {shown.slice(0, SHOWN).map(({ id, imageName, state, ...job }) => (
            <li key={id} className={classes.item}>
              <StatusMark shape={SHAPES[state]} />
              <span className="sr-only">{JOB_STATE_WORDS[state]}</span>
              <Link href={paths.job(id)} className={classes.name}>
                {imageName}
              </Link>
              <span className={classes.time}>
                <Elapsed from={startOf(job)} />
              </span>
            </li>
          ))}
        </ul>
        {others > SHOWN ? <Link href={paths.runningJobs()}>All running imports</Link> : null}
      </CardBody>
    </Card>
  )
}
