/** What a screen reader is told besides what has focus. One line at a time, spoken by the Announcer. */

type Announcement = { id: number; text: string }

let current: Announcement = { id: 0, text: '' }
const listeners = new Set<() => void>()

/** The same words said twice are spoken twice, because the id differs. */
export function announce(text: string): void {
  current = { id: current.id + 1, text }
  for (const listener of listeners) listener()
}

export function subscribeToAnnouncements(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentAnnouncement(): Announcement {
  return current
}
