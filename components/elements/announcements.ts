/** What a screen reader is told besides what has focus. One line at a time, spoken by one Announcer. */

/** `speaker` is the dialog that says it, or the page. */
type Announcement = { id: number; text: string; speaker: string }

/** The Announcer outside of all dialogs. */
export const PAGE = 'page'
/** What was said less long ago when its dialog closed has hardly been heard. */
const HEARD_AFTER_MS = 1_000

let current: Announcement = { id: 0, text: '', speaker: PAGE }
let saidAt = 0
/** Those that are open, the innermost last: all but that one are inert, and nothing in them is heard. */
let dialogs: readonly string[] = []
const listeners = new Set<() => void>()

/** The same words said twice are spoken twice, because the id differs. */
export function announce(text: string): void {
  current = { id: current.id + 1, text, speaker: dialogs.at(-1) ?? PAGE }
  saidAt = performance.now()
  for (const listener of listeners) listener()
}

/** @returns what ends it: the dialog before it speaks again, or the page */
export function speakInDialog(id: string): () => void {
  dialogs = [...dialogs, id]
  return () => {
    dialogs = dialogs.filter((each) => each !== id)
    if (current.speaker === id && performance.now() - saidAt < HEARD_AFTER_MS) announce(current.text)
  }
}

export function subscribeToAnnouncements(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentAnnouncement(): Announcement {
  return current
}
