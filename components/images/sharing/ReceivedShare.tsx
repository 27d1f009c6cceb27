'use client'

import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { CopyText } from '@/components/elements/CopyText'
import { Facts } from '@/components/elements/Facts'
import { Moment } from '@/components/elements/Moment'
import type { ImageView, MemberList } from '@/lib/images/view'
import type { ImageActs } from '../acts/image-acts'
import { AnswerActions } from './AnswerActions'
import { MemberStatus } from './MemberStatus'
import classes from './ReceivedShare.module.css'

type Props = { image: ImageView; acts: ImageActs; share: MemberList['members'][number]; isGone: boolean }

/** Another project shares the image to this one, which accepts or rejects it, now or later. */
export function ReceivedShare({ image, acts, share, isGone }: Props) {
  return (
    <Card labelledBy="received">
      <CardHeader id="received" title="Shared to this project" />
      <CardBody>
        <Facts
          facts={[
            {
              label: 'Owned by project',
              value: image.ownerProjectId ? (
                <CopyText value={image.ownerProjectId} label="owner project id" />
              ) : (
                'not known'
              ),
            },
            { label: 'Your answer', value: <MemberStatus status={share.status} /> },
            {
              label: 'Shared',
              value: share.since ? <Moment at={share.since} form="absolute" /> : 'not known',
            },
          ]}
        />
        <p className={classes.text}>
          {share.status === 'accepted'
            ? 'It is in your list, and servers can be made from it. Rejected, it leaves the list; it can be accepted again later.'
            : 'Accepted, it comes into your list, and servers can be made from it. Rejected, it stays out of the list; it can be accepted later.'}{' '}
          {acts.copy.why === null ? 'Copy it to change it: the copy is yours.' : null}
        </p>
        {isGone ? null : (
          <div className={classes.actions}>
            <AnswerActions image={image} status={share.status} />
          </div>
        )}
      </CardBody>
    </Card>
  )
}
