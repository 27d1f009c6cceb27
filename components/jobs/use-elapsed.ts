import { useClockText } from '@/components/elements/clock'

const SECOND_MS = 1000

/**
 * Whole seconds that have passed since `from`, in milliseconds. Nothing is drawn anew between two of them.
 *
 * @param to when it ended; null while it goes on
 * @param now what the server took for now, for the first paint
 */
export function useElapsed(from: number, to: number | null, now: number): number {
  const secondsAt = (present: number) => String(Math.max(0, Math.floor(((to ?? present) - from) / SECOND_MS)))
  return Number(useClockText(secondsAt, secondsAt(now))) * SECOND_MS
}
