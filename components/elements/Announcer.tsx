'use client'

import { useSyncExternalStore } from 'react'
import { currentAnnouncement, PAGE, subscribeToAnnouncements } from './announcements'

const SILENCE = { id: 0, text: '', speaker: PAGE }

type Props = {
  /** The dialog it stands in. */
  speaker?: string
}

/** Polite, and without a role: role=status belongs to the one status a page is about. */
export function Announcer({ speaker = PAGE }: Props) {
  const said = useSyncExternalStore(subscribeToAnnouncements, currentAnnouncement, () => SILENCE)
  return (
    <div className="sr-only" aria-live="polite" aria-atomic="true">
      <span key={said.id}>{said.speaker === speaker ? said.text : ''}</span>
    </div>
  )
}
