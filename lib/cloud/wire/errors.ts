/**
 * The error bodies of the cloud (ims.md 0, iam.md 1). Three shapes exist, on any service: the extension API's
 * `{error: {code, message}}` (Keystone has the same with a numeric code), the gateway's
 * `{error_msg, error_code, request_id}`, and XML on native paths, which is not JSON at all. Glance of OpenStack has one
 * more.
 */
import * as z from 'zod/mini'

export const nestedError = z.object({
  error: z.object({
    code: z.union([z.string(), z.number()]),
    message: z.optional(z.string()),
    title: z.optional(z.string()),
  }),
})

export const gatewayError = z.object({
  error_code: z.string(),
  error_msg: z.optional(z.string()),
  request_id: z.optional(z.string()),
})

/** What Glance answers to whoever accepts JSON: the status in words, and a message with remains of its HTML. */
export const glanceError = z.object({
  code: z.string().check(z.regex(/^\d{3} /)),
  message: z.string(),
  title: z.string(),
})
