import type { Reachability } from '@/lib/cloud/reachability-view'
import { formatDuration } from '@/lib/format/duration'

/** Two clocks that are read to half a second each are never closer. */
const WORTH_SAYING_MS = 1_500

/** "Answers in 81 ms." and, where it matters, "OBS clock differs by 2 s". */
export function reachabilityWords({ service, state, tookMs, clockAheadMs }: Reachability): {
  isWrong: boolean
  text: string
  clock: string | null
} {
  switch (state) {
    case 'answered':
      return {
        isWrong: false,
        text: `Answers in ${tookMs}\u00a0ms`,
        clock: clockWords(service, clockAheadMs),
      }
    case 'unknown':
      return { isWrong: true, text: 'Not in this session’s catalogue of services', clock: null }
    case 'timeout':
      return { isWrong: true, text: 'Did not answer within 10\u00a0s', clock: null }
    case 'unreachable':
      return { isWrong: true, text: 'Cannot be reached from this server', clock: null }
  }
}

function clockWords(service: string, aheadMs: number | null): string | null {
  if (aheadMs === null || Math.abs(aheadMs) < WORTH_SAYING_MS) return null
  return `${service} clock differs by ${formatDuration(Math.round(Math.abs(aheadMs) / 1000) * 1000)}`
}
