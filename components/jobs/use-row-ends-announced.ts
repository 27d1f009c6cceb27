import { useEffect, useRef } from 'react'
import { announce } from '@/components/elements/announcements'
import { isTerminal, JOB_STATE_WORDS } from '@/lib/jobs/states'
import type { JobSummary } from '@/lib/jobs/view'

/** "debian-10-postgres: Succeeded" for imports that end while the list is in view; nothing else. */
export function useRowEndsAnnounced(jobs: readonly JobSummary[]): void {
  const before = useRef<ReadonlySet<string>>(new Set())

  useEffect(() => {
    // The screen reader, by way of the page's polite region.
    const ended = jobs.filter(({ id, state }) => isTerminal(state) && before.current.has(id))
    if (ended.length > 0)
      announce(ended.map(({ imageName, state }) => `${imageName}: ${JOB_STATE_WORDS[state]}`).join(', '))
    before.current = new Set(jobs.filter(({ state }) => !isTerminal(state)).map(({ id }) => id))
  }, [jobs])
}
