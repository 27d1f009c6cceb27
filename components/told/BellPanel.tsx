'use client'

import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { markAllImportsSeen } from '@/app/(console)/told-actions'
import { announce } from '@/components/elements/announcements'
import { SkeletonRows } from '@/components/elements/SkeletonRows'
import { jobListQuery } from '@/components/jobs/queries'
import { useSession } from '@/components/shell/SessionContext'
import { paths } from '@/lib/navigation'
import classes from './BellPanel.module.css'
import { EndedRow } from './EndedRow'
import { unseenQuery } from './queries'

type Props = {
  /** As the poll of the shell has it: another count means another list. */
  count: number
  /** A link was followed. */
  onGo: () => void
}

export function BellPanel({ count, onGo }: Props) {
  const { project } = useSession()
  const queryClient = useQueryClient()
  const { data, isError, refetch } = useQuery(unseenQuery(count))
  const [marking, setMarking] = useState<'idle' | 'busy' | 'failed'>('idle')
  const imports = data?.imports ?? []

  async function markAll() {
    if (marking === 'busy') return
    setMarking('busy')
    const done = await markAllImportsSeen({ projectId: project.id, change: {} }).catch(() => null)
    setMarking(done?.ok ? 'idle' : 'failed')
    announce(done?.ok ? 'All marked as read' : 'Not saved')
    await queryClient.invalidateQueries({ queryKey: jobListQuery().queryKey })
  }

  return (
    <>
      <div className={classes.head}>
        <h2 className={classes.title}>Notifications</h2>
        {imports.length > 0 ? (
          <Button variant="transparent" size="xs" aria-disabled={marking === 'busy'} onClick={markAll}>
            {marking === 'failed' ? 'Not saved. Try again' : 'Mark all read'}
          </Button>
        ) : null}
      </div>
      {isError ? (
        <div className={classes.said}>
          <p>Slipway did not answer.</p>
          <Button variant="transparent" size="xs" onClick={() => refetch()}>
            Try again
          </Button>
        </div>
      ) : null}
      {data || isError ? null : <SkeletonRows rows={Math.min(Math.max(count, 1), 3)} rowHeight={56} />}
      {data && imports.length === 0 ? (
        <p className={classes.said}>Nothing new. Your imports are listed here when they end.</p>
      ) : null}
      <ul>
        {imports.map((ended) => (
          <EndedRow key={ended.id} ended={ended} onGo={onGo} />
        ))}
      </ul>
      <div className={classes.foot}>
        <Link href={paths.jobs()} onClick={onGo}>
          Jobs
        </Link>
        <Link href={paths.settings('notifications')} onClick={onGo}>
          Settings
        </Link>
      </div>
    </>
  )
}
