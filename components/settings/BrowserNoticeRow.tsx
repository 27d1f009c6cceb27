'use client'

import { turnNotice } from '@/components/told/browser-notice'
import { canSwitchNotice, NOTICE_HELP, NOTICE_LABEL } from '@/components/told/notice-words'
import { useBrowserNotice } from '@/components/told/useBrowserNotice'
import { SwitchRow } from './SwitchRow'
import { useSaving } from './useSaving'

export function BrowserNoticeRow() {
  const state = useBrowserNotice()
  const saving = useSaving()
  return (
    <SwitchRow
      label={NOTICE_LABEL}
      help={NOTICE_HELP[state ?? 'not-asked']}
      isOn={state === 'on'}
      isDisabled={!canSwitchNotice(state)}
      saving={saving}
      onChange={(isOn) => saving.save(() => turnNotice(isOn))}
    />
  )
}
