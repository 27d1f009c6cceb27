'use client'

import { useSyncExternalStore } from 'react'
import { useTimeZone } from '@/components/elements/clock'
import { clock } from '@/lib/format/time'
import { Bar } from './Bar'

/** When the connection went; null while it is there. */
let lostAt: number | null = null

export function OfflineBar() {
  const since = useSyncExternalStore(
    subscribe,
    () => lostAt,
    () => null,
  )
  const timeZone = useTimeZone()
  return (
    <div aria-live="polite">
      {since === null ? null : (
        <Bar>You are offline. What you see is from {clock(since, timeZone)}. It reloads by itself.</Bar>
      )}
    </div>
  )
}

function subscribe(changed: () => void): () => void {
  const note = () => {
    lostAt = navigator.onLine ? null : (lostAt ?? Date.now())
    changed()
  }
  note()
  window.addEventListener('online', note)
  window.addEventListener('offline', note)
  return () => {
    window.removeEventListener('online', note)
    window.removeEventListener('offline', note)
  }
}
