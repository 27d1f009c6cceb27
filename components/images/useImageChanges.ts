'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { activityQuery } from '@/components/activity/queries'
import { filterQuery, NO_FILTER } from '@/lib/audit/filter'
import type { ImageView } from '@/lib/images/view'

/** What Slipway has recorded of the image, its import included. */
export function useImageChanges({ id, job }: Pick<ImageView, 'id' | 'job'>) {
  const query = filterQuery({ ...NO_FILTER, object: job ? `${id},${job.id}` : id })
  const list = useInfiniteQuery(activityQuery(query))
  const known = list.data?.pages.flatMap(({ entries }) => entries).length
  const count = known === undefined ? null : `${known}${list.hasNextPage ? '+' : ''}`
  return { list, query, count }
}
