import * as z from 'zod/mini'
import { finding } from '../disk-image/findings/finding.ts'
import { preflightView } from '../preflight/view.ts'

/** `GET /api/jobs/:id/preflight`: what was known of the file when its import was sent. */
export const jobPreflight = z.object({
  view: preflightView,
  /** As they were judged then, the gravest first: later versions of Slipway may judge otherwise. */
  findings: z.array(finding),
  /** Ids of findings that blocked, and that the person chose to send all the same. */
  sentAnyway: z.array(z.string()),
})
export type JobPreflight = z.infer<typeof jobPreflight>
