const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** After the first attempt, the second, and so on. After as many and one more it is given up, some nine hours on. */
const WAITS_MS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR] as const
export const ATTEMPTS_MAX = WAITS_MS.length + 1
/** A receiver that asks for longer is called at this pace all the same. */
const ASKED_FOR_MAX_MS = 6 * HOUR
/** Many deliveries that failed together must not come back together. */
const JITTER = 0.2

/**
 * Milliseconds until the next attempt after `attempts` of them; null when that was the last.
 * @param retryAfterSeconds what the receiver asked for; it may lengthen the wait, never shorten it
 * @param random 0 to 1
 */
export function waitAfter(attempts: number, retryAfterSeconds: number | null, random: number): number | null {
  const waitMs = WAITS_MS[attempts - 1]
  if (waitMs === undefined) return null
  const askedForMs = Math.min((retryAfterSeconds ?? 0) * SECOND, ASKED_FOR_MAX_MS)
  return Math.max(Math.round(waitMs * (1 + JITTER * (2 * random - 1))), askedForMs)
}
