'use client'

import { useQuery } from '@tanstack/react-query'
import type { WebhookView } from '@/lib/webhooks/view'
import { BrowserNoticeRow } from './BrowserNoticeRow'
import { DeliveryLog } from './DeliveryLog'
import { PARTS } from './parts'
import { webhookQuery } from './queries'
import { SettingsCard } from './SettingsCard'
import { WebhookForm } from './WebhookForm'

type Props = {
  /** As the server rendered it, and when that was (epoch milliseconds). */
  initial: WebhookView
  now: number
}

export function Notifications({ initial, now }: Props) {
  const { data, refetch } = useQuery({ ...webhookQuery(), initialData: initial, initialDataUpdatedAt: now })
  return (
    <SettingsCard part={PARTS.notifications}>
      <BrowserNoticeRow />
      <WebhookForm webhook={data.webhook} onChanged={refetch} />
      {data.webhook ? <DeliveryLog deliveries={data.deliveries} onChanged={refetch} /> : null}
    </SettingsCard>
  )
}
