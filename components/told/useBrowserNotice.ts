'use client'

import { useSyncExternalStore } from 'react'
import { subscribeToBrowserSettings } from '@/components/elements/browser-settings'
import { type NoticeState, noticeState } from './browser-notice'

/** Null on the server and while hydrating: only the browser knows. */
export function useBrowserNotice(): NoticeState | null {
  return useSyncExternalStore(subscribe, noticeState, () => null)
}

function subscribe(changed: () => void): () => void {
  const unsubscribe = subscribeToBrowserSettings(changed)
  // The permission may be given or taken in the browser's own settings meanwhile.
  window.addEventListener('focus', changed)
  return () => {
    unsubscribe()
    window.removeEventListener('focus', changed)
  }
}
