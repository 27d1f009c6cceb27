import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/navigation'
import { type ProjectListView, projectListView, type SessionView, sessionView } from '@/lib/session/view'
import { getJson } from './request'

/** Other tabs tell at once; this finds what another browser, or the token's early end, has done. */
const SESSION_CHECK_MS = 5 * 60_000
const SESSION_FRESH_MS = 30_000
const PROJECTS_FRESH_MS = 60_000

export const SESSION_KEY = 'session'

export const sessionQuery = () =>
  queryOptions({
    queryKey: [SESSION_KEY],
    queryFn: ({ signal }): Promise<SessionView> => getJson(paths.api.session(), sessionView, signal),
    staleTime: SESSION_FRESH_MS,
    refetchInterval: SESSION_CHECK_MS,
    refetchOnWindowFocus: true,
  })

/** The projects the account may work in, in the session's region. */
export const projectListQuery = () =>
  queryOptions({
    queryKey: ['projects'],
    queryFn: ({ signal }): Promise<ProjectListView> => getJson(paths.api.projects(), projectListView, signal),
    staleTime: PROJECTS_FRESH_MS,
  })
