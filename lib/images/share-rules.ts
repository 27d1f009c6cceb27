/** What each service asks of an image that is to be shared (ims.md 11). */
import type { ImageApi } from '../config/image-apis.ts'

type Visible = { visibility?: string | null | undefined }

/** Glance takes members only of an image that says `shared`, so a private one is made that first. IMS does it itself. */
export const isMadeSharedFirst = (api: ImageApi, { visibility }: Visible): boolean =>
  api === 'glance' && visibility === 'private'
