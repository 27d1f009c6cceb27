'use client'

import Link from 'next/link'
import { useState } from 'react'
import { setWebhookCall } from '@/app/(console)/told-actions'
import { useServerSave } from '@/components/settings/useServerSave'
import { paths } from '@/lib/navigation'
import type { WebhookOfJob } from '@/lib/webhooks/of-job'
import { turnNotice } from './browser-notice'
import { canSwitchNotice, NOTICE_HELP, NOTICE_LABEL } from './notice-words'
import { TellLine } from './TellLine'
import classes from './TellMe.module.css'
import { useBrowserNotice } from './useBrowserNotice'

type Props = { jobId: string; webhook: WebhookOfJob }

/** How a person is told of the end of this import once they have left its page. */
export function TellMe({ jobId, webhook }: Props) {
  const notice = useBrowserNotice()
  const saveOnServer = useServerSave()
  const [isCalled, setIsCalled] = useState(webhook === 'on')
  const isRefused = notice !== null && !canSwitchNotice(notice)
  return (
    <div className={classes.lines}>
      <TellLine
        label={NOTICE_LABEL}
        help={isRefused ? NOTICE_HELP[notice] : null}
        isOn={notice === 'on'}
        isDisabled={!canSwitchNotice(notice)}
        turn={turnNotice}
      />
      {webhook === 'unset' ? (
        <p className={classes.unset}>
          No webhook is set for this project. <Link href={paths.settings('notifications')}>Set one</Link>
        </p>
      ) : (
        <TellLine
          label="Call the webhook"
          help={null}
          isOn={isCalled}
          isDisabled={false}
          turn={(isOn) => {
            setIsCalled(isOn)
            return saveOnServer(setWebhookCall, { jobId, isOn })
          }}
        />
      )}
    </div>
  )
}
