/** The image services that the console can work with: the cloud's IMS, or a plain Glance of OpenStack. */
import * as z from 'zod/mini'

export const imageApis = z.enum(['ims', 'glance'])
export type ImageApi = z.infer<typeof imageApis>
