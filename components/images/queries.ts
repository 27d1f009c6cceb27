import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { getJson } from '@/components/shell/request'
import { type ImageView, imageView, type QuotaView, quotaView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'

/** What the server has just rendered is not asked for again at once. */
const FRESH_MS = 3_000
/** An import takes minutes; the job's own page is the place for the second. */
const WHILE_IMPORTING_MS = 15_000
/** Images change seldom, yet somebody may delete one while its page is open. */
const OTHERWISE_MS = 60_000
/** The quota changes by an image at a time. */
const QUOTA_FRESH_MS = 60_000

export const imageQuery = (imageId: string) =>
  queryOptions({
    queryKey: ['image', imageId],
    queryFn: ({ signal }): Promise<ImageView> => getJson(paths.api.image(imageId), imageView, signal),
    staleTime: FRESH_MS,
    refetchInterval: ({ state }) => (state.data?.state === 'importing' ? WHILE_IMPORTING_MS : OTHERWISE_MS),
    refetchOnWindowFocus: 'always',
  })

export const quotaQuery = () =>
  queryOptions({
    queryKey: ['quota'],
    queryFn: ({ signal }): Promise<QuotaView | null> =>
      getJson(paths.api.quota(), z.nullable(quotaView), signal),
    staleTime: QUOTA_FRESH_MS,
    // A note beside what a person is at; nobody waits for it.
    meta: { isQuiet: true },
  })
