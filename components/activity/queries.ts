import { infiniteQueryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type ActivityPage, activityPage } from '@/lib/audit/view'
import { paths } from '@/lib/navigation'

/** What the server has just rendered is not asked for again at once. */
const FRESH_MS = 3_000

/** What was changed in the project, by pages. `query` as lib/audit/filter.ts writes it. */
export const activityQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: ['activity', query],
    queryFn: ({ pageParam, signal }): Promise<ActivityPage> =>
      getJson(paths.api.activity(query, pageParam), activityPage, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: ActivityPage) => next,
    staleTime: FRESH_MS,
  })
