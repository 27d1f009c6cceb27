import 'server-only'
import type { ProblemBody } from '../cloud/explained-error.ts'
import { imageApi } from '../cloud/image-api.ts'
import { listImagePage } from '../cloud/images/list.ts'
import type { Result } from '../result.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import type { ImagePageQuery } from './list-query.ts'
import { toImageSummary } from './model.ts'
import { answered } from './read.ts'
import type { ImagePage } from './view.ts'

/**
 * One page of one scope, in one call to the cloud. What the project owns stands in its own scope alone, although Glance
 * gives it among what is shared and among what is public as well: an image has one scope, whichever is read first.
 */
export function readImagePage(
  db: Store,
  session: ActiveSession,
  { scope, after, limit }: ImagePageQuery,
): Promise<Result<ImagePage, ProblemBody>> {
  return answered(db, session, 'list-images', async () => {
    const api = await imageApi(session.ims)
    const page = await listImagePage(session.ims, api, { scope, after, limit })
    const images = page.images.map((wire) => toImageSummary(wire, session.project.id))
    return {
      images: scope === 'own' ? images : images.filter(({ own }) => !own),
      next: page.next,
      readAt: Date.now(),
    }
  })
}
