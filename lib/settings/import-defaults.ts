/** What a new import begins with, where neither a draft nor a past import says otherwise: one person's, of one project. */
import * as z from 'zod/mini'
import { BUCKET_NAME, BUCKET_NAME_FORBIDDEN } from '../cloud/rules.ts'
import { parseTags } from '../images/tags.ts'

export const importDefaults = z.object({
  /** Where the list of files opens; empty for the list of buckets. */
  bucket: z.string(),
  /** As typed, `key.value` or `key=value`. */
  tags: z.array(z.string()),
  automaticConfiguration: z.boolean(),
})
export type ImportDefaults = z.infer<typeof importDefaults>

export const NO_DEFAULTS: ImportDefaults = { bucket: '', tags: [], automaticConfiguration: true }

export type DefaultsProblems = { bucket?: string; tags?: string }

/** One sentence for each member that cannot be used; none when all can. */
export function judgeDefaults({ bucket, tags }: ImportDefaults): DefaultsProblems {
  const parsed = parseTags(tags)
  return {
    ...(bucket === '' || (BUCKET_NAME.test(bucket) && !BUCKET_NAME_FORBIDDEN.test(bucket))
      ? {}
      : { bucket: 'Check the bucket name. It has 3 to 63 characters: a to z, 0 to 9, - and .' }),
    ...(parsed.ok ? {} : { tags: parsed.error }),
  }
}
