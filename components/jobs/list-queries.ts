import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type JobList, jobList } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import { jobListQuery } from './queries'

/** So long a list keeps what was read of it, for the way back from a job. */
const KEPT_MS = 30 * 60_000

/** The pages of a list as they were read: nothing in them moves until a person asks for what is new. */
export const jobPagesQuery = (query: string) =>
  infiniteQueryOptions({
    queryKey: ['job-pages', query],
    queryFn: ({ pageParam, signal, client }): Promise<JobList> =>
      pageParam === null
        ? client.fetchQuery(jobListQuery(query))
        : getJson(paths.api.jobs(withCursor(query, pageParam)), jobList, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: JobList) => last.next,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  })

/** How rows stand that ran when they were read, and that the first page does not hold any more. */
export const jobsByIdQuery = (ids: readonly string[], pollAfterMs: number) =>
  queryOptions({
    queryKey: ['jobs', 'ids', ids],
    queryFn: ({ signal }): Promise<JobList> => getJson(paths.api.jobs(`ids=${ids}`), jobList, signal),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.jobs.some(({ endedAt }) => endedAt === null) ? pollAfterMs : false,
    refetchOnWindowFocus: 'always',
  })

function withCursor(query: string, cursor: string): string {
  return query ? `${query}&cursor=${cursor}` : `cursor=${cursor}`
}
