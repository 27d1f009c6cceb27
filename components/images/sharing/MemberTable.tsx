'use client'

import { Button } from '@mantine/core'
import { CardHeader } from '@/components/elements/CardHeader'
import { CopyText } from '@/components/elements/CopyText'
import { Empty } from '@/components/elements/Empty'
import { passFocusOn } from '@/components/elements/focus'
import { Moment } from '@/components/elements/Moment'
import { Nothing } from '@/components/elements/Nothing'
import type { ImageView, MemberList } from '@/lib/images/view'
import { MemberStatus } from './MemberStatus'
import classes from './MemberTable.module.css'
import { useStopSharing } from './useStopSharing'

type Props = {
  image: ImageView
  members: MemberList['members']
  /** With how many it can be shared; null where that is not known. */
  max: number | null
  isBlocked: boolean
}

const toNextRow = passFocusOn((row) => {
  const other = row.nextElementSibling ?? row.previousElementSibling
  return () => (other?.isConnected ? other.querySelector<HTMLElement>(':scope > button') : null)
})

export function MemberTable({ image, members, max, isBlocked }: Props) {
  const { stop, stopping } = useStopSharing(image)
  return (
    <>
      <CardHeader
        id="members"
        title="Shared with"
        end={members.length > 0 && max !== null ? `${members.length} of ${max} projects` : undefined}
      />
      {members.length === 0 ? (
        <Empty title="Not shared with any project." text="Only this project sees the image." />
      ) : (
        <ul>
          {members.map(({ projectId, status, since, answeredAt }) => (
            <li key={projectId} ref={toNextRow} className={classes.member}>
              <CopyText value={projectId} label="project id" />
              <MemberStatus status={status} />
              <span className={classes.since}>
                {since === null ? (
                  <Nothing />
                ) : (
                  <>
                    since <Moment at={since} />
                  </>
                )}
                {answeredAt !== null && answeredAt !== since && status !== 'pending' ? (
                  <>
                    , answered <Moment at={answeredAt} />
                  </>
                ) : null}
              </span>
              {isBlocked ? null : (
                <Button
                  size="xs"
                  className={classes.remove ?? ''}
                  aria-label={`Stop sharing with ${projectId}`}
                  aria-disabled={stopping.includes(projectId)}
                  onClick={() => stop(projectId)}
                >
                  {stopping.includes(projectId) ? 'Stopping…' : 'Stop sharing'}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
