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
    if (!main) return
    // A page that has put focus where it wants it keeps it there.
    if (!main.contains(document.activeElement)) focusHeading(main)
    // A page that streams in replaces its skeleton, and the heading that had the focus goes with it.
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body || document.activeElement === main) focusHeading(main)
    })
    // What streams in is put there hidden, where it cannot take the focus, and shown by a change of its style.
    observer.observe(main, { childList: true, subtree: true, attributeFilter: ['style', 'hidden'] })
    const stop = () => observer.disconnect()
    document.addEventListener('keydown', stop, { once: true })
    document.addEventListener('pointerdown', stop, { once: true })
    return () => {
      stop()
      document.removeEventListener('keydown', stop)
      document.removeEventListener('pointerdown', stop)
    }
  }, [pathname])

  return null
}

function focusHeading(main: HTMLElement) {
  const heading = main.querySelector<HTMLElement>('h1')
  if (heading) heading.tabIndex = -1
  const target = heading ?? main
  target.focus({ preventScroll: true })
}
