/** Which services answer, how fast, and what their clocks say. */
import * as z from 'zod/mini'

const reachability = z.object({
  service: z.enum(['IAM', 'IMS', 'Glance', 'OBS']),
  /** `unknown`: the session knows no address of it. */
  state: z.enum(['answered', 'unreachable', 'timeout', 'unknown']),
  /** Null unless it answered. */
  tookMs: z.nullable(z.number()),
  /** How far its clock is ahead of the server's, milliseconds, to half a second; null when it did not say. */
  clockAheadMs: z.nullable(z.number()),
})
export type Reachability = z.infer<typeof reachability>

export const reachabilityView = z.object({ services: z.array(reachability) })
export type ReachabilityView = z.infer<typeof reachabilityView>
