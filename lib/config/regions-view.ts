/** `GET /api/regions`: the region of the session, and the others that images can go to. */
import * as z from 'zod/mini'

const region = z.object({
  id: z.string(),
  /** As endpoints and buckets spell it. */
  name: z.string(),
  /** "eu-de · Germany". */
  title: z.string(),
  /** Of OBS, without a bucket; null where it is not known before somebody signs in there. */
  obsUrl: z.nullable(z.string()),
})
export type RegionView = z.infer<typeof region>

export const regionsView = z.object({ here: region, others: z.array(region) })
export type RegionsView = z.infer<typeof regionsView>
