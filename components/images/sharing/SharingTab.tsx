'use client'

import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { Dispatch, SetStateAction } from 'react'
import { Card } from '@/components/elements/Card'
import { Empty } from '@/components/elements/Empty'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Notice } from '@/components/elements/Notice'
import { SkeletonRows } from '@/components/elements/SkeletonRows'
import { ProblemError } from '@/components/shell/request'
import { useSession } from '@/components/shell/SessionContext'
import { isForAll, sharedWithMax } from '@/lib/images/share-rules'
import type { ImageView, MemberList } from '@/lib/images/view'
import type { ImageActs } from '../acts/image-acts'
import { MemberTable } from './MemberTable'
import { OtherSide } from './OtherSide'
import { ReceivedShare } from './ReceivedShare'
import { ShareForm } from './ShareForm'
import classes from './SharingTab.module.css'
import type { ShareState } from './share-state'

type Props = {
  image: ImageView
  acts: ImageActs
  sharing: UseQueryResult<MemberList>
  isGone: boolean
  /** Held by the page, so that another tab does not lose it. */
  form: ShareState
  onForm: Dispatch<SetStateAction<ShareState>>
  /** Sharing was asked for by button or key: the field takes focus. */
  isAsked: boolean
  onFocused: () => void
}

/** With whom the image is shared and what they said, or who shares it to this project. */
export function SharingTab({ image, acts, sharing, isGone, form, onForm, isAsked, onFocused }: Props) {
  const { why, wayRound, caution } = acts.share
  const { project, imageApi } = useSession()
  const max = sharedWithMax(imageApi, image)
  const received = image.own
    ? undefined
    : sharing.data?.members.find(({ projectId }) => projectId === project.id)
  // Who administers the cloud sees images that nobody shares to this project.
  const isNotOffered = !image.own && sharing.data !== undefined && received === undefined
  if (why !== null && (isForAll(image) || isNotOffered))
    return (
      <Notice shape="pending" title={why}>
        {wayRound ? <p>{wayRound}</p> : null}
      </Notice>
    )
  if (sharing.data === undefined)
    return sharing.error instanceof ProblemError && !isGone ? (
      <ErrorBox
        error={sharing.error.error}
        actions={<Button onClick={() => sharing.refetch()}>Read again</Button>}
      />
    ) : (
      <Card label="Sharing">
        {isGone ? (
          <Empty title="Nothing is known of its sharing." />
        ) : (
          <SkeletonRows rows={3} label="Reading the sharing" />
        )}
      </Card>
    )
  const { members } = sharing.data
  if (received) return <ReceivedShare image={image} acts={acts} share={received} isGone={isGone} />
  return (
    <div className={classes.tab}>
      {why !== null ? (
        <Notice shape="warn" title={why}>
          {wayRound ? <p>{wayRound}</p> : null}
        </Notice>
      ) : (
        <ShareForm
          imageId={image.id}
          caution={caution}
          members={members.map(({ projectId }) => projectId)}
          max={max}
          state={form}
          onChange={onForm}
          isAsked={isAsked}
          onFocused={onFocused}
        />
      )}
      <Card labelledBy="members">
        <MemberTable image={image} members={members} max={max} isBlocked={isGone} />
      </Card>
      {members.some(({ status }) => status === 'pending') ? <OtherSide image={image} /> : null}
    </div>
  )
}
