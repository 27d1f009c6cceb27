import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type ReachabilityView, reachabilityView } from '@/lib/cloud/reachability-view'
import { paths } from '@/lib/navigation'

/** Asked when the page opens and on demand: nothing of it may come from before. */
export const reachabilityQuery = () =>
  queryOptions({
    queryKey: ['reachability'],
    queryFn: ({ signal }): Promise<ReachabilityView> =>
      getJson(paths.api.reachability(), reachabilityView, signal),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })
