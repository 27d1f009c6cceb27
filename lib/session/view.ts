/** What the browser may know of a session: never the token, never the session's id. */
import * as z from 'zod/mini'
import { imageApis } from '../config/image-apis.ts'

export const sessionView = z.object({
  userName: z.string(),
  domainName: z.string(),
  project: z.object({ id: z.string(), name: z.string() }),
  /** `name` as buckets and endpoints spell it; `id` is the catalogue's. */
  region: z.object({ id: z.string(), name: z.string(), title: z.string() }),
  /** What the region's image service can do: without IMS nothing can be imported. */
  imageApi: imageApis,
  /** Epoch milliseconds: when the token ends, less the margin in which it is no longer used. */
  endsAt: z.number(),
})
export type SessionView = z.infer<typeof sessionView>

export const projectListView = z.object({ projects: z.array(z.object({ id: z.string(), name: z.string() })) })
export type ProjectListView = z.infer<typeof projectListView>
