import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type BucketListView, bucketListView, type ObjectListView, objectListView } from '@/lib/buckets/view'
import { paths } from '@/lib/navigation'

/** Long enough to go up and down between folders, short enough to find what was uploaded meanwhile. */
const KEPT_MS = 60_000
/** OBS begins at the first key when asked for what comes after nothing. */
const FROM_THE_START = ''

export const bucketsQuery = () =>
  queryOptions({
    queryKey: ['buckets'],
    queryFn: ({ signal }): Promise<BucketListView> => getJson(paths.api.buckets(), bucketListView, signal),
    staleTime: KEPT_MS,
  })

/**
 * Keys of a bucket that begin with `prefix`, by folder, a page at a time. What was read is dropped some time after it
 * was last seen, and never read again in place: that would read every page anew, and move the rows.
 */
export const objectsQuery = (bucket: string, prefix: string) =>
  infiniteQueryOptions({
    queryKey: ['objects', bucket, prefix],
    queryFn: ({ signal, pageParam }): Promise<ObjectListView> =>
      getJson(paths.api.objects(bucket, prefix, pageParam), objectListView, signal),
    initialPageParam: FROM_THE_START,
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
  })
