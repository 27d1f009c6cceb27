'use client'

import { useSyncExternalStore } from 'react'
import {
  type BrowserSetting,
  readBrowserSetting,
  subscribeToBrowserSettings,
} from '@/components/elements/browser-settings'

/** Null where nothing is set, on the server and while hydrating. */
export function useBrowserSetting(name: BrowserSetting): string | null {
  return useSyncExternalStore(
    subscribeToBrowserSettings,
    () => readBrowserSetting(name),
    () => null,
  )
}
