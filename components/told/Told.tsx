'use client'

import dynamic from 'next/dynamic'
import { Suspense } from 'react'
import { Favicon } from './Favicon'
import { useSaid } from './said'
import { useNews } from './useNews'

/** Loaded with the first one. */
const Toasts = dynamic(() => import('./Toasts').then(({ Toasts }) => Toasts).catch(() => Nothing))

/** The bell's list has it all the same. */
const Nothing = () => null

/**
 * Tells of imports that end while the person is elsewhere, in the tab's icon, in this page, or through the browser, and
 * of what the person has just done.
 */
export function Told() {
  const { toasts, dismiss } = useNews()
  const said = useSaid()
  return (
    <>
      <Favicon />
      <Suspense>
        {toasts.length > 0 || said.length > 0 ? (
          <Toasts said={said} ended={toasts} onDismiss={dismiss} />
        ) : null}
      </Suspense>
    </>
  )
}
