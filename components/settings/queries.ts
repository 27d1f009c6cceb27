import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type ReachabilityView, reachabilityView } from '@/lib/cloud/reachability-view'
import { paths } from '@/lib/navigation'
import { type WebhookView, webhookView } from '@/lib/webhooks/view'

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

/** The webhook and its newest deliveries. */
export const webhookQuery = () =>
  queryOptions({
    queryKey: ['webhook'],
    queryFn: ({ signal }): Promise<WebhookView> => getJson(paths.api.webhook(), webhookView, signal),
    staleTime: 3_000,
    refetchInterval: ({ state }) => state.data?.pollAfterMs ?? false,
  })
