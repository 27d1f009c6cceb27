/** The record of changes as routes send it and the activity page shows it. Times are epoch milliseconds. */
import * as z from 'zod/mini'
import { AUDIT_RESULTS } from './results.ts'

/** Said on the page's foot; older lines are dropped by a sweep. */
export const AUDIT_KEPT_DAYS = 400

export const activityEntry = z.object({
  id: z.string(),
  at: z.number(),
  userName: z.string(),
  domainName: z.string(),
  /** Of the catalogue. */
  region: z.string(),
  action: z.string(),
  /** "Imported debian-10-postgres" */
  sentence: z.string(),
  result: z.enum(AUDIT_RESULTS),
  /** The cloud's code of a refusal. */
  code: z.nullable(z.string()),
  /** Where it came from; null where that is not known. */
  address: z.nullable(z.string()),
  requestId: z.nullable(z.string()),
  object: z.nullable(
    z.object({ kind: z.string(), id: z.nullable(z.string()), name: z.nullable(z.string()) }),
  ),
  details: z.unknown(),
})
export type ActivityEntry = z.infer<typeof activityEntry>

/** `GET /api/activity`: newest first. */
export const activityPage = z.object({
  entries: z.array(activityEntry),
  /** Where the next page begins; null at the end. */
  next: z.nullable(z.string()),
})
export type ActivityPage = z.infer<typeof activityPage>
