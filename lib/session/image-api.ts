import 'server-only'
import { cache } from 'react'
import { CloudError } from '../cloud/errors.ts'
import { imageApi } from '../cloud/image-api.ts'
import type { ImageApi } from '../config/image-apis.ts'
import type { ActiveSession } from './current.ts'

/**
 * Which image service a page is about. One that does not tell is taken for IMS: that hides nothing, and whatever the
 * page asks of it next says what is wrong. Asked once for a request, also when it fails.
 */
export const pageImageApi = cache(async ({ ims }: ActiveSession): Promise<ImageApi> => {
  if (ims.imsUrl === '') return 'ims'
  try {
    return await imageApi(ims)
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return 'ims'
  }
})
