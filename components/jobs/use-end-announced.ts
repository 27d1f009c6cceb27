import { useEffect } from 'react'
import { announce } from '@/components/elements/announcements'
import { formatDuration } from '@/lib/format/duration'
import { type JobView, startOf } from '@/lib/jobs/view'

/** Says what the word of the status does not: how long it took, and the code of a failure. */
export function useEndAnnounced(job: JobView, endSeenHere: boolean): void {
  const words = endSeenHere ? endWords(job) : null
  useEffect(() => {
    // The screen reader, by way of the page's polite region.
    if (words) announce(words)
  }, [words])
}

function endWords(job: JobView): string | null {
  const { state, endedAt, failure } = job
  if (endedAt === null) return null
  const took = formatDuration(endedAt - startOf(job))
  if (state === 'succeeded') return `Import succeeded after ${took}`
  if (state !== 'failed' && state !== 'rejected') return null
  return `Import failed after ${took}${failure?.code ? `: ${failure.code}` : ''}`
}
