import * as z from 'zod/mini'
import { jobSummary } from '../../jobs/view.ts'

/** `GET /api/batches/:id`: the imports that were sent together, in the order of their rows. */
export const batchView = z.object({
  jobs: z.array(jobSummary),
  /** How many imports of the project wait before the first of these that waits; null when none of these does. */
  waitingBefore: z.nullable(z.number()),
  /** How long to wait before asking again; null when nothing more will change. */
  pollAfterMs: z.nullable(z.number()),
})
export type BatchView = z.infer<typeof batchView>
