import { useEffect } from 'react'
import { announce } from '@/components/elements/announcements'
import { formatDuration } from '@/lib/format/duration'
import { type JobView, startOf } from '@/lib/jobs/view'
import { WORK_WORDS, workOf } from '@/lib/jobs/work'

/** Says what the word of the status does not: how long it took, and the code of a failure. */
export function useEndAnnounced(job: JobView, endSeenHere: boolean): void {
  const words = endSeenHere ? endWords(job) : null
  useEffect(() => {
    // The screen reader, by way of the page's polite region.
    if (words) announce(words)
  }, [words])
}

function endWords(job: JobView): string | null {
  const { kind, state, endedAt, failure } = job
  const { title } = WORK_WORDS[workOf(kind)]
  if (endedAt === null) return null
  const took = formatDuration(endedAt - startOf(job))
  if (state === 'succeeded') return `${title} succeeded after ${took}`
  if (state !== 'failed' && state !== 'rejected') return null
  return `${title} failed after ${took}${failure?.code ? `: ${failure.code}` : ''}`
}
