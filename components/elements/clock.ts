import { useSyncExternalStore } from 'react'
import { readBrowserSetting, subscribeToBrowserSettings } from './browser-settings'

const TICK_MS = 1000

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | null = null

/** One timer for every moment on the page, stopped when none is left. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, TICK_MS)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0 || timer === null) return
    clearInterval(timer)
    timer = null
  }
}

/**
 * Words that depend on the time of day. They are compared as text, so a component renders again only when what
 * it says has changed. The server does not know when the page is read: it and hydration show `onServer`.
 */
export function useClockText(wordsAt: (now: number) => string, onServer: string): string {
  return useSyncExternalStore(
    subscribe,
    () => wordsAt(Date.now()),
    () => onServer,
  )
}

/** Asked for once: every moment on the page wants it whenever it is drawn. */
let browsersZone: string | undefined

function zoneOfBrowser(): string {
  browsersZone ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  return browsersZone
}

/** The reader's zone, or UTC where they have set that; UTC on the server and while hydrating. */
export function useTimeZone(): string {
  return useSyncExternalStore(
    subscribeToBrowserSettings,
    () => (readBrowserSetting('times') === 'utc' ? 'UTC' : zoneOfBrowser()),
    () => 'UTC',
  )
}
