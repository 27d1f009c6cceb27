'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'

const AfterIdle = dynamic(() => import('./AfterIdle').then(({ AfterIdle }) => AfterIdle).catch(() => Nothing))

/** Offline, or updated meanwhile: the page works without. */
const Nothing = () => null

/** What no page needs to be there comes once the browser has nothing better to do. */
export function Later() {
  const [isIdle, setIdle] = useState(false)

  useEffect(() => {
    // The browser's leisure; Safari does not tell of it.
    const begin = () => setIdle(true)
    if (typeof window.requestIdleCallback === 'function')
      window.requestIdleCallback(begin, { timeout: 5_000 })
    else setTimeout(begin, 1_000)
  }, [])

  return isIdle ? <AfterIdle /> : null
}
