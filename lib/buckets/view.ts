/** Buckets and their contents as routes send them. Times are epoch milliseconds. */
import * as z from 'zod/mini'

/** `GET /api/buckets`: the account's buckets of all regions, by name. */
export const bucketListView = z.object({
  buckets: z.array(
    z.object({
      name: z.string(),
      createdAt: z.nullable(z.number()),
      /** The region's name; null where OBS does not tell. */
      region: z.nullable(z.string()),
    }),
  ),
})
export type BucketListView = z.infer<typeof bucketListView>

/** `GET /api/buckets/:bucket/objects`: a page of one folder. */
export const objectListView = z.object({
  /** Whole keys, with the `/` at their end. */
  folders: z.array(z.string()),
  files: z.array(
    z.object({
      key: z.string(),
      sizeBytes: z.number(),
      changedAt: z.nullable(z.number()),
      /** STANDARD, WARM, COLD; others as they came (obs.md 1). */
      storageClass: z.string(),
    }),
  ),
  /** What to send as `after` for the next page; null on the last. */
  next: z.nullable(z.string()),
})
export type ObjectListView = z.infer<typeof objectListView>
