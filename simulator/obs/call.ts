import type { HttpContext } from '../control/gate.ts'
import type { World } from '../world.ts'
import type { Bucket } from './buckets.ts'
import type { Signer } from './keys.ts'
import type { Target } from './target.ts'

/** A call to OBS whose signature and rights are checked. */
export type Call = {
  world: World
  context: HttpContext
  signer: Signer
  target: Target
  /** `/bucket/key`, as errors name it. */
  resource: string
  /** Headers with the ids of the request, for every answer. */
  ids: Record<string, string>
}
export type BucketCall = Call & { bucket: Bucket }
export type ObjectCall = BucketCall & { key: string }
