'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import { markImportsSeen } from '@/app/(console)/told-actions'
import { jobListQuery, jobQuery } from '@/components/jobs/queries'
import { useSession } from '@/components/shell/SessionContext'
import { isTerminal } from '@/lib/jobs/states'
import type { EndedImport } from '@/lib/jobs/unseen-view'
import { paths } from '@/lib/navigation'
import { claimTelling, showNotice } from './browser-notice'
import { endedTitle } from './ended-words'
import { useBrowserNotice } from './useBrowserNotice'

/** A tab that is not in sight asks seldom, and only where somebody wants to be told. */
const HIDDEN_POLL_MS = 15_000
/** What ended longer before this page was loaded is no news, only new among the newest; clocks may differ a little. */
const NEWS_FOR_MS = 2 * 60_000

/** What ended since this page was loaded and where it is shown; what is in sight anyway is marked as seen instead. */
export function useNews(): { toasts: readonly EndedImport[]; dismiss: (id: string) => void } {
  const { project } = useSession()
  const pathname = usePathname()
  const router = useRouter()
  const queryClient = useQueryClient()
  const notice = useBrowserNotice()
  const { data: newest } = useQuery({
    ...jobListQuery(),
    select: ({ unseen }) => unseen.newest,
    refetchIntervalInBackground: notice === 'on',
    refetchInterval: ({ state }) => {
      const { pollAfterMs = false, open = 0 } = state.data ?? {}
      if (!document.hidden) return pollAfterMs
      return open > 0 && HIDDEN_POLL_MS
    },
  })
  const isHidden = useSyncExternalStore(
    onVisibility,
    () => document.hidden,
    () => false,
  )
  const [loadedAt] = useState(() => Date.now())
  const known = useRef<Set<string> | null>(null)
  const marked = useRef(new Set<string>())
  const [toasts, setToasts] = useState<readonly EndedImport[]>([])

  const tell = useEffectEvent(async (ended: EndedImport) => {
    // The list of jobs says it by itself, in the row.
    if (!isHidden && pathname !== paths.jobs()) setToasts((shown) => [ended, ...shown])
    if (notice !== 'on') return
    const isMine = await claimTelling(ended.id)
    if (isHidden && isMine) showNotice(endedTitle(ended), ended.id, () => router.push(paths.job(ended.id)))
  })

  useEffect(() => {
    // The server's list of what was seen, and the browser's own notifications.
    if (!newest) return
    const isInSight = ({ id, imageId }: EndedImport) => {
      if (isHidden) return false
      if (pathname === paths.job(id) || (imageId !== null && pathname === paths.image(imageId))) return true
      const page = queryClient.getQueryData(jobQuery(id).queryKey)
      return page !== undefined && isTerminal(page.state)
    }
    const inSight = newest.filter((ended) => isInSight(ended) && !marked.current.has(ended.id))
    if (inSight.length > 0) {
      const ids = inSight.map(({ id }) => id)
      for (const id of ids) marked.current.add(id)
      void markImportsSeen({ projectId: project.id, change: { ids } }).then(
        () => queryClient.invalidateQueries({ queryKey: jobListQuery().queryKey }),
        () => {
          // Not reached: they stay in the bell's list, where they can be marked.
        },
      )
    }
    const isFirst = known.current === null
    known.current ??= new Set()
    for (const ended of newest) {
      const { id, endedAt } = ended
      if (known.current.has(id)) continue
      known.current.add(id)
      if (!isFirst && !marked.current.has(id) && endedAt > loadedAt - NEWS_FOR_MS) void tell(ended)
    }
  }, [newest, pathname, isHidden, loadedAt, project.id, queryClient])

  return {
    toasts,
    dismiss: (id) => setToasts((shown) => shown.filter((one) => one.id !== id)),
  }
}

function onVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
