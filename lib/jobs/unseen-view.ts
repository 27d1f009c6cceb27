/** Imports that ended while their owner may have been elsewhere. Times are epoch milliseconds. */
import * as z from 'zod/mini'
import { WORKS } from './work.ts'

export const endedImport = z.object({
  id: z.string(),
  imageName: z.string(),
  work: z.enum(WORKS),
  state: z.enum(['succeeded', 'failed']),
  endedAt: z.number(),
  /** IMS's code of a failure. */
  code: z.nullable(z.string()),
  imageId: z.nullable(z.string()),
})
export type EndedImport = z.infer<typeof endedImport>

/** Counted no further: who has a hundred of them looks at the list of jobs. */
export const UNSEEN_MAX = 100

export const unseenEnds = z.object({
  /** At most UNSEEN_MAX. */
  count: z.number(),
  /** The five that ended last. */
  newest: z.array(endedImport),
})
export type UnseenEnds = z.infer<typeof unseenEnds>

/** `GET /api/unseen`: all that are counted, the last to end first. */
export const unseenList = z.object({ imports: z.array(endedImport) })
export type UnseenList = z.infer<typeof unseenList>
