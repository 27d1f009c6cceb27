'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef } from 'react'

/**
 * After a navigation, focus goes to the new page's heading, so that a keyboard starts there and a screen reader
 * says where it is. Next announces the document's title by itself.
 */
export function RouteFocus() {
  const pathname = usePathname()
  const shown = useRef(pathname)

  useEffect(() => {
    // The document's focus.
    if (shown.current === pathname) return
    shown.current = pathname
    const main = document.getElementById('main')
    // A page that has put focus where it wants it keeps it there.
    if (!main || main.contains(document.activeElement)) return
    const heading = main.querySelector<HTMLElement>('h1')
    if (heading) heading.tabIndex = -1
    const target = heading ?? main
    target.focus({ preventScroll: true })
  }, [pathname])

  return null
}
