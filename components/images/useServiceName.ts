'use client'

import { useSession } from '@/components/shell/SessionContext'
import type { ImageApi } from '@/lib/config/image-apis'

const NAMES = { ims: 'IMS', glance: 'Glance' } as const satisfies Record<ImageApi, string>

/** What the image service of the session is called on the pages about images. */
export function useServiceName(): (typeof NAMES)[ImageApi] {
  return NAMES[useSession().imageApi]
}
