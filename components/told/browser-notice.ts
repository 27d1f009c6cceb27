import { readBrowserSetting, writeBrowserSetting } from '@/components/elements/browser-settings'

/**
 * Whether this browser tells of ends while Slipway is not in sight:
 * - `on`, `off`: it may, and the person wants it or does not; `not-asked`: it was never asked whether it may
 * - `blocked`: the person, or their company, told the browser not to
 * - `insecure`: the page came over plain http, where browsers tell of nothing
 * - `unsupported`: it cannot
 */
export type NoticeState = 'on' | 'off' | 'not-asked' | 'blocked' | 'insecure' | 'unsupported'

export function noticeState(): NoticeState {
  if (!window.isSecureContext) return 'insecure'
  if (!('Notification' in window)) return 'unsupported'
  if (Notification.permission === 'denied') return 'blocked'
  if (Notification.permission === 'default') return 'not-asked'
  return readBrowserSetting('tell-me') === 'on' ? 'on' : 'off'
}

/** On a click only: browsers hold a question that nobody asked for against the page. False when it is not as wanted. */
export async function turnNotice(on: boolean): Promise<boolean> {
  if (!on) return writeBrowserSetting('tell-me', 'off')
  if (Notification.permission === 'default') await Notification.requestPermission()
  // Written in any case: whoever allows it later in the browser's settings has said here that they want it.
  return writeBrowserSetting('tell-me', 'on') && Notification.permission === 'granted'
}

const TOLD_LOCK = 'slipway-told'
const TOLD_KEY = 'slipway.told'
const TOLD_MAX = 100

/** True for one tab of this browser only, the first to ask about this import. */
export async function claimTelling(jobId: string): Promise<boolean> {
  return navigator.locks.request(TOLD_LOCK, () => {
    try {
      const told = (localStorage.getItem(TOLD_KEY) ?? '').split(' ')
      if (told.includes(jobId)) return false
      localStorage.setItem(TOLD_KEY, [...told.slice(-TOLD_MAX), jobId].join(' '))
    } catch {
      // Storage refused: the browser itself puts notifications of one import in each other's place, by their tag.
    }
    return true
  })
}

export function showNotice(title: string, jobId: string, onClick: () => void): void {
  try {
    const notice = new Notification(title, { tag: jobId, icon: '/icon.svg' })
    notice.onclick = () => {
      window.focus()
      onClick()
      notice.close()
    }
  } catch {
    // Chrome on Android has the class and refuses its use (TypeError): there only service workers may tell.
  }
}
