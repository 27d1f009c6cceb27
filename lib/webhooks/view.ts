/** The webhook of a project and its delivery log as routes send them and the settings page shows them. Times are epoch milliseconds. */
import * as z from 'zod/mini'

export const WEBHOOK_EVENTS = [
  'import.succeeded',
  'import.failed',
  'export.succeeded',
  'export.failed',
  'copy.succeeded',
  'copy.failed',
  'test',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/**
 * What became of one attempt. `status` is the receiver's; without one `problem` says why:
 * - `inside`: the name leads into the server's own network, and nothing was sent
 * - `unknown-name`, `unreachable`, `untrusted` (its certificate): nothing was sent
 * - `timeout`, `interrupted`: it may have arrived
 * - `no-secret`: the secret cannot be read any more, and nothing was sent
 */
export const deliveryAnswer = z.object({
  status: z.nullable(z.number()),
  problem: z.nullable(
    z.enum(['inside', 'unknown-name', 'unreachable', 'untrusted', 'timeout', 'interrupted', 'no-secret']),
  ),
  tookMs: z.number(),
})
export type DeliveryAnswer = z.infer<typeof deliveryAnswer>

export const deliveryView = z.object({
  id: z.string(),
  event: z.enum(WEBHOOK_EVENTS),
  /** Both null for a test. */
  jobId: z.nullable(z.string()),
  imageName: z.nullable(z.string()),
  state: z.enum(['waiting', 'delivered', 'given-up']),
  attempts: z.number(),
  createdAt: z.number(),
  lastAttemptAt: z.nullable(z.number()),
  lastAnswer: z.nullable(deliveryAnswer),
  /** Null unless it waits. */
  nextAttemptAt: z.nullable(z.number()),
})
export type DeliveryView = z.infer<typeof deliveryView>

export const webhookView = z.object({
  webhook: z.nullable(z.object({ address: z.string(), setAt: z.number(), setBy: z.string() })),
  /** The newest first, 50 at most. */
  deliveries: z.array(deliveryView),
  /** How long to wait before asking again; null without a webhook. */
  pollAfterMs: z.nullable(z.number()),
})
export type WebhookView = z.infer<typeof webhookView>
