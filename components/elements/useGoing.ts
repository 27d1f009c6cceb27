'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'

/** Goes on to another page, and knows until that one shows. */
export function useGoing(): { isGoing: boolean; goTo: (href: Route) => void } {
  const router = useRouter()
  const [isGoing, startGoing] = useTransition()
  return { isGoing, goTo: (href) => startGoing(() => router.push(href)) }
}
