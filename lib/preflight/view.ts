/**
 * What is known of an image file in a bucket before it is imported, as a route sends it to the browser. What the
 * file means for the request is not in here: findingsOf (lib/disk-image) judges that anew after every change of
 * the form, without another read.
 */
import * as z from 'zod/mini'
import { finding } from '../disk-image/findings/finding.ts'
import { inspection } from '../disk-image/inspection.ts'

export const preflightView = z.object({
  file: z.object({ bucket: z.string(), key: z.string() }),
  /** Null: the object could not be seen; objectFindings says why. */
  object: z.nullable(
    z.object({
      sizeBytes: z.number(),
      etag: z.string(),
      /** Epoch milliseconds. */
      changedAt: z.number(),
      /** In words of the OBS dialect: STANDARD, WARM, COLD; others as they came (obs.md 1). */
      storageClass: z.string(),
    }),
  ),
  /** Null: the file could not be read; objectFindings says why. */
  inspection: z.nullable(inspection),
  /** Of a RAW file: whether the bitmap for a quick import lies beside it. Null: of another one, or not to be seen. */
  hasBitmap: z._default(z.nullable(z.boolean()), null),
  /** About the bucket, the object and the reading of it: they hold for any request. */
  objectFindings: z.array(finding),
  /** Epoch milliseconds of the read, which may be an earlier one of the same ETag. */
  readAt: z.number(),
})
export type PreflightView = z.infer<typeof preflightView>
