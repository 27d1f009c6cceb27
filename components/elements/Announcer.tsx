'use client'

import { useSyncExternalStore } from 'react'
import { currentAnnouncement, subscribeToAnnouncements } from './announcements'

const SILENCE = { id: 0, text: '' }

/** Polite, and without a role: role=status belongs to the one status a page is about. */
export function Announcer() {
  const { id, text } = useSyncExternalStore(subscribeToAnnouncements, currentAnnouncement, () => SILENCE)
  return (
    <div className="sr-only" aria-live="polite" aria-atomic="true">
      <span key={id}>{text}</span>
    </div>
  )
}
