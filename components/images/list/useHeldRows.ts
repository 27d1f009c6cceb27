'use client'

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** So far one looks for a row that stays, when the one at the top is gone. */
const NEIGHBOURS = 50

/**
 * Rows that come or go above the view move nothing in it: the page is scrolled by as much. A list that is another one,
 * by its key, begins where it begins.
 *
 * @param ids of all rows, in their order; the array changes only with them
 * @param look draws the rows about a view that was moved
 */
export function useHeldRows(
  body: RefObject<HTMLElement | null>,
  ids: readonly string[],
  key: string,
  pitch: number,
  look: () => void,
): void {
  const before = useRef({ ids, key })

  useLayoutEffect(() => {
    // The page's scroll position.
    const { ids: old, key: oldKey } = before.current
    before.current = { ids, key }
    if (old === ids || oldKey !== key || !body.current) return
    const above = -body.current.getBoundingClientRect().top
    if (above <= 0) return
    const top = firstThatStays(old, Math.floor(above / pitch), ids)
    if (!top || top.to === top.from) return
    window.scrollBy({ top: (top.to - top.from) * pitch, behavior: 'instant' })
    look()
  }, [body, ids, key, pitch, look])

  useEffect(() => {
    // The browser's own anchoring, which would move the page a second time.
    const element = document.documentElement
    element.style.overflowAnchor = 'none'
    return () => {
      element.style.overflowAnchor = ''
    }
  }, [])
}

function firstThatStays(
  old: readonly string[],
  from: number,
  ids: readonly string[],
): { from: number; to: number } | null {
  for (let place = from; place < Math.min(old.length, from + NEIGHBOURS); place += 1) {
    const to = ids.indexOf(old[place] ?? '')
    if (to >= 0) return { from: place, to }
  }
  return null
}
