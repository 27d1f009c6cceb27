'use client'

import { usePathname } from 'next/navigation'
import { useSyncExternalStore } from 'react'
import { CopyButton } from '@/components/elements/CopyButton'

const never = () => () => {}

/** The address with its host, which only the browser knows for sure: proxies stand in front of servers. */
export function CopyLink() {
  const path = usePathname()
  const origin = useSyncExternalStore(
    never,
    () => window.location.origin,
    () => '',
  )
  return <CopyButton value={`${origin}${path}`} label="Copy link" icon="link" />
}
