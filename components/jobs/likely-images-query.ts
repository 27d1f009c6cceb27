import { queryOptions } from '@tanstack/react-query'
import { getJson } from '@/components/shell/request'
import { type LikelyImages, likelyImages } from '@/lib/import/unconfirmed-view'
import type { JobView } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'

/** An image that a lost request made may take a while to appear; later ones are of somebody else. */
const LOOK_EVERY_MS = 15_000
const LOOK_FOR_MS = 10 * 60_000

/** Images that an unanswered request may have made. */
export const likelyImagesQuery = ({ id, submittedAt }: Pick<JobView, 'id' | 'submittedAt'>) =>
  queryOptions({
    queryKey: ['likely-images', id],
    queryFn: ({ signal }): Promise<LikelyImages> => getJson(paths.api.likelyImages(id), likelyImages, signal),
    refetchInterval: () => (Date.now() - submittedAt < LOOK_FOR_MS ? LOOK_EVERY_MS : false),
  })
