/** What each service asks of an image that is to be shared (ims.md 11). */
import { SHARED_WITH_MAX, WHOLE_SERVER_SHARED_WITH_MAX } from '../cloud/rules.ts'
import type { ImageApi } from '../config/image-apis.ts'
import type { ImageView } from './view.ts'

type Visible = { visibility?: string | null | undefined }

/** Every project has it already, in its lists or by its id (Glance's `community`). Such an image has no members. */
export const isForAll = ({ visibility }: Visible): boolean =>
  visibility === 'public' || visibility === 'community'

/** Whether the service may know projects that it is shared with: a private image has none, and one for all neither. */
export const mayHaveMembers = (image: Visible): boolean => !isForAll(image) && image.visibility !== 'private'

/** Why nobody is given what is for all; null where that can be done. */
export function whyForAll(image: Visible): string | null {
  if (!isForAll(image)) return null
  return image.visibility === 'public'
    ? 'It is public: every project sees it already.'
    : 'It is a community image: every project can use it already.'
}

/** Glance takes members only of an image that says `shared`, so a private one is made that first. IMS does it itself. */
export const isMadeSharedFirst = (api: ImageApi, { visibility }: Visible): boolean =>
  api === 'glance' && visibility === 'private'

/** With how many projects an image is shared at most; null where that is a setting of the service which it tells nobody. */
export function sharedWithMax(
  api: ImageApi,
  { isWholeServer }: Pick<ImageView, 'isWholeServer'>,
): number | null {
  if (api === 'glance') return null
  return isWholeServer ? WHOLE_SERVER_SHARED_WITH_MAX : SHARED_WITH_MAX
}
