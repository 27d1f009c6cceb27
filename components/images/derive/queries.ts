import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type RegionsView, regionsView } from '@/lib/config/regions-view'
import { paths } from '@/lib/navigation'

/** The catalogue changes when the server is started anew. */
export const regionsQuery = () =>
  queryOptions({
    queryKey: ['regions'],
    queryFn: ({ signal }): Promise<RegionsView> => getJson(paths.api.regions(), regionsView, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
