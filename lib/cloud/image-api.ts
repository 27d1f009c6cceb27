import 'server-only'
import type { ImsAccess } from './ims.ts'

/** Which service answers: IMS with its own calls, or OpenStack's image service (Glance) alone. */
export type ImageApi = 'ims' | 'glance'

export async function imageApi(_access: ImsAccess): Promise<ImageApi> {
  return 'ims'
}
