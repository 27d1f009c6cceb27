import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type JobList, type JobView, jobList, jobView } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'

/** What the server has just rendered is not asked for again at once. */
const FRESH_MS = 3_000

/** The server says when to ask next, and null at the end: polling stops by itself, and in hidden tabs. */
const pace = ({ state }: { state: { data: { pollAfterMs: number | null } | undefined } }) =>
  state.data?.pollAfterMs ?? false

/** A tab that was hidden may have slept over the end; a job that has ended does not change any more. */
const onFocus = ({ state }: { state: { data: { pollAfterMs: number | null } | undefined } }) =>
  state.data?.pollAfterMs === null ? false : 'always'

export const jobQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['job', jobId],
    queryFn: ({ signal }): Promise<JobView> => getJson(paths.api.job(jobId), jobView, signal),
    staleTime: FRESH_MS,
    refetchInterval: pace,
    refetchOnWindowFocus: onFocus,
  })

/**
 * The first page of the imports that the filters leave (lib/jobs/filters.ts writes the query), running ones first.
 * Without filters the shell's "2 running" reads the same answer. All of these keys begin with the one without.
 */
export const jobListQuery = (query = '') =>
  queryOptions({
    queryKey: query ? ['jobs', query] : ['jobs'],
    queryFn: ({ signal }): Promise<JobList> => getJson(paths.api.jobs(query), jobList, signal),
    staleTime: FRESH_MS,
    refetchInterval: pace,
    refetchOnWindowFocus: 'always',
    // The shell asks for it on every page; as long as nothing is known to run nobody waits for its answer.
    meta: { isQuiet: (list: JobList | undefined) => (list ? list.working === 0 : !query) },
  })
