'use client'

import dynamic from 'next/dynamic'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { NotLoaded } from '@/components/elements/NotLoaded'
import type { WebhookOfJob } from '@/lib/webhooks/of-job'
import classes from './LeaveCard.module.css'

/** What it shows depends on this browser, so the server cannot draw it. */
const TellMe = dynamic(
  () => import('@/components/told/TellMe').then(({ TellMe }) => TellMe).catch(() => NotLoaded),
  { ssr: false },
)

type Props = { jobId: string; webhook: WebhookOfJob; className?: string | undefined }

export function LeaveCard({ jobId, webhook, className }: Props) {
  return (
    <Card labelledBy="leave" className={className}>
      <CardHeader id="leave" title="You can leave this page" />
      <CardBody>
        The server keeps watching, even with every tab closed.
        <div className={classes.room}>
          <TellMe jobId={jobId} webhook={webhook} />
        </div>
      </CardBody>
    </Card>
  )
}
