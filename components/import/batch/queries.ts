import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type BatchView, batchView } from '@/lib/import/batch/view'
import { paths } from '@/lib/navigation'

/** What the server has just rendered is not asked for again at once. */
const FRESH_MS = 3_000

/** The server says when to ask next, and null at the end: polling stops by itself, and in hidden tabs. */
export const batchQuery = (batchId: string) =>
  queryOptions({
    queryKey: ['batch', batchId],
    queryFn: ({ signal }): Promise<BatchView> => getJson(paths.api.batch(batchId), batchView, signal),
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => state.data?.pollAfterMs ?? false,
    refetchOnWindowFocus: ({ state }) => (state.data?.pollAfterMs === null ? false : 'always'),
  })
