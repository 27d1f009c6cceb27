'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { jobListQuery } from '@/components/jobs/queries'
import { useRunningCount } from '@/components/shell/useRunningCount'
import type { UnseenEnds } from '@/lib/jobs/unseen-view'
import { type FaviconState, showFavicon } from './favicon'

/** Shows nothing in the page. */
export function Favicon() {
  const running = useRunningCount()
  const { data: ended = null } = useQuery({ ...jobListQuery(), select: ({ unseen }) => endOf(unseen) })
  const state = ended ?? (running > 0 ? 'running' : 'plain')

  useEffect(() => {
    // The document's icon; a new page may bring a new link for it.
    showFavicon(state)
    const observer = new MutationObserver(() => showFavicon(state))
    observer.observe(document.head, { childList: true })
    return () => observer.disconnect()
  }, [state])

  useEffect(() => {
    // The document's icon, which outlives the console when somebody signs out.
    return () => showFavicon('plain')
  }, [])

  return null
}

/** A failure among them says more than a success. */
function endOf({ newest }: UnseenEnds): FaviconState | null {
  if (newest.length === 0) return null
  return newest.some(({ state }) => state === 'failed') ? 'failed' : 'succeeded'
}
