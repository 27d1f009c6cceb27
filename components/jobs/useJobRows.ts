'use client'

import { type QueryClient, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import type { JobList } from '@/lib/jobs/view'
import { jobPagesQuery, jobsByIdQuery } from './list-queries'
import { brought, countNew, lostIds, rowsOf } from './list-rows'
import { jobListQuery } from './queries'

type Served = {
  /** The first page as the server rendered it, and when that was (epoch milliseconds). */
  list: JobList
  at: number
}

/** When the server rendered what a list begins with. By its clock alone: a browser's may be minutes off. */
const renderedAt = new WeakMap<QueryClient, Map<string, number>>()

/** Whether it is newer than all before, and notes it. */
function isNewRender(client: QueryClient, query: string, at: number): boolean {
  const times = renderedAt.get(client) ?? new Map<string, number>()
  renderedAt.set(client, times)
  if ((times.get(query) ?? 0) >= at) return false
  times.set(query, at)
  return true
}

const NONE: JobList = {
  jobs: [],
  next: null,
  open: 0,
  working: 0,
  unseen: { count: 0, newest: [] },
  pollAfterMs: 0,
}
const startingWith = (list: JobList) => ({ pages: [list], pageParams: [null] })

/**
 * The rows of a list that is looked at: each stays in the place it was read at and changes there, what comes is
 * counted, and further pages are read when they are wanted.
 *
 * @param query what is listed (lib/jobs/filters.ts); rows of the query before stay until the first of the new one come
 * @param served null where the server rendered another query
 */
export function useJobRows(query: string, served: Served | null) {
  const queryClient = useQueryClient()
  const { queryKey } = jobPagesQuery(query)
  const pages = useInfiniteQuery({
    ...jobPagesQuery(query),
    placeholderData: (before) => before,
    ...(served ? { initialData: startingWith(served.list), initialDataUpdatedAt: served.at } : {}),
  })
  const live = useQuery({
    ...jobListQuery(query),
    ...(served ? { initialData: served.list, initialDataUpdatedAt: served.at } : {}),
  })

  useLayoutEffect(() => {
    // The query cache: a page that the server has just rendered is newer than what is kept of an earlier visit. Coming
    // back to a page brings what was rendered then, and the list stays as it was left.
    if (served && isNewRender(queryClient, query, served.at))
      queryClient.setQueryData(queryKey, startingWith(served.list))
  }, [queryClient, query, queryKey, served])

  const asRead = useMemo(() => rowsOf(pages.data?.pages ?? []), [pages.data])
  const first = live.data ?? NONE
  const lost = useQuery(jobsByIdQuery(live.data ? lostIds(asRead, first) : [], first.pollAfterMs))
  const rows = useMemo(() => brought(asRead, [live.data, lost.data]), [asRead, live.data, lost.data])
  const newCount = pages.isPlaceholderData ? 0 : countNew(asRead, !pages.hasNextPage, first)

  const showNew = () => queryClient.setQueryData(queryKey, startingWith(first))
  const isFilling = rows.length === 0 && newCount > 0
  useEffect(() => {
    // The query cache: where there was nothing, nothing moves when the first rows come.
    if (isFilling) queryClient.setQueryData(queryKey, startingWith(first))
  }, [isFilling, first, queryClient, queryKey])

  return { pages, live, rows, newCount, showNew }
}
