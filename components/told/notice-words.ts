import type { NoticeState } from './browser-notice'

export const NOTICE_LABEL = 'Tell me in this browser'

/** Why it cannot be switched on, or what it does. */
export const NOTICE_HELP = {
  on: 'When an import of yours ends and Slipway is not in sight.',
  off: 'When an import of yours ends and Slipway is not in sight.',
  'not-asked': 'When an import of yours ends and Slipway is not in sight. The browser asks first.',
  blocked: 'This browser blocks notifications for this address. Allow them in its site settings.',
  insecure: 'Browsers tell only of pages that came over https. This one came over http.',
  unsupported: 'This browser has no notifications.',
} as const satisfies Record<NoticeState, string>

export const canSwitchNotice = (state: NoticeState | null): boolean =>
  state === 'on' || state === 'off' || state === 'not-asked'
