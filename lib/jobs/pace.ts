/** When to ask next. One place sets the pace of the watcher and, through the view, of every browser. */

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Milliseconds until the next question to IMS about a job accepted `ageMs` ago: often while young, then seldom. */
export function checkIntervalMs(ageMs: number): number {
  if (ageMs < MINUTE) return 2 * SECOND
  if (ageMs < 5 * MINUTE) return 5 * SECOND
  if (ageMs < 30 * MINUTE) return 15 * SECOND
  return 30 * SECOND
}

/** A browser asks a little after the watcher did, so that it finds what the watcher learnt. */
export const BROWSER_LAG_MS = 300
/** While nobody watches with a timer (a call on its way, a pause), a browser looks this often. */
export const IDLE_POLL_MS = 3 * SECOND
/** The jobs list, while something in it runs. */
export const LIST_POLL_MS = 5 * SECOND
/** While nothing runs: what others start shows by itself all the same. */
export const LIST_IDLE_POLL_MS = 30 * SECOND
