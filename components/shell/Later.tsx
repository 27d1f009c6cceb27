'use client'

import dynamic from 'next/dynamic'
import { Suspense, useEffect, useState } from 'react'

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

  // Without a boundary of its own the whole page would wait for the code, and what is typed meanwhile with it.
  return <Suspense>{isIdle ? <AfterIdle /> : null}</Suspense>
}
