'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { Elapsed } from '@/components/elements/Elapsed'
import { StatusMark } from '@/components/elements/StatusMark'
import { JOB_STATE_WORDS } from '@/lib/jobs/states'
import { paths } from '@/lib/navigation'
import classes from './AlsoRunning.module.css'
import { jobListQuery } from './queries'

const SHOWN = 5
const SHAPES = { submitting: 'running', queued: 'queued', running: 'running' } as const

type Props = { exceptId: string; className?: string | undefined }

/** The other imports of the project; nothing at all when there are none, or as long as it is not known. */
export function AlsoRunning({ exceptId, className }: Props) {
  const { data } = useQuery(jobListQuery())
  const others = (data?.jobs ?? []).flatMap((job) =>
    job.id !== exceptId && (job.state === 'submitting' || job.state === 'queued' || job.state === 'running')
      ? [{ ...job, state: job.state }]
      : [],
  )
  if (others.length === 0) return null
  return (
    <Card labelledBy="also" className={className}>
      <CardHeader
        id="also"
        title="Also running"
        end={`${others.length} ${others.length === 1 ? 'other' : 'others'}`}
      />
      <CardBody tight>
        <ul className={classes.list}>
          {others.slice(0, SHOWN).map(({ id, imageName, state, submittedAt }) => (
            <li key={id} className={classes.item}>
              <StatusMark shape={SHAPES[state]} />
              <span className="sr-only">{JOB_STATE_WORDS[state]}</span>
              <Link href={paths.job(id)} className={classes.name}>
                {imageName}
              </Link>
              <span className={classes.time}>
                <Elapsed from={submittedAt} />
              </span>
            </li>
          ))}
        </ul>
        {others.length > SHOWN ? <Link href={paths.jobs()}>All running imports</Link> : null}
      </CardBody>
    </Card>
  )
}
