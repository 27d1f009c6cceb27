import * as z from 'zod/mini'
import { imageSummary } from '../images/view.ts'

/** `GET /api/jobs/:id/likely-images`: images that a request without an answer may have made, newest first. */
export const likelyImages = z.object({
  images: z.array(imageSummary),
  /** Epoch milliseconds. */
  lookedAt: z.number(),
})
export type LikelyImages = z.infer<typeof likelyImages>
