'use client'

import { usePathname, useSearchParams } from 'next/navigation'

export const IMAGE_TABS = ['overview', 'sharing', 'activity', 'code', 'json'] as const
export type ImageTab = (typeof IMAGE_TABS)[number]
const PARAMETER = 'tab'

/** The tab stands in the address, so that a link leads to what its sender saw. */
export function useImageTab(): { tab: ImageTab; show: (tab: string | null) => void } {
  const path = usePathname()
  const asked = useSearchParams().get(PARAMETER)
  return {
    tab: IMAGE_TABS.find((tab) => tab === asked) ?? 'overview',
    show: (tab) => {
      // Next reads the address from the browser's history; the page itself is not asked for again.
      window.history.replaceState(null, '', tab === 'overview' ? path : `${path}?${PARAMETER}=${tab}`)
    },
  }
}
