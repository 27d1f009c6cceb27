'use client'

import { useEffect, useRef, useState } from 'react'

/** Rows kept beyond each edge of what is seen, so that scrolling a little draws nothing. */
const MARGIN_ROWS = 12
/** More than the list is ever high. */
const SEEN_ROWS = 16
/** How near the end counts as the end. */
const NEAR_END_ROWS = 3

type Options = { count: number; active: number | null; onNearEnd: () => void }

/**
 * Which rows of a long list to draw: those about the place it is scrolled to, and the active one. All rows have one
 * height, so that the scrolled height alone tells where each is, whatever the height is on this screen.
 */
export function useWindow({ count, active, onNearEnd }: Options) {
  const list = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState(0)

  useEffect(() => {
    // The list's own scroll position: the active row is seen.
    const box = list.current
    if (!box || active === null) return
    const rowHeight = box.scrollHeight / count
    const start = active * rowHeight
    if (start < box.scrollTop) box.scrollTop = start
    else if (start + rowHeight > box.scrollTop + box.clientHeight)
      box.scrollTop = start + rowHeight - box.clientHeight
  }, [active, count])

  const onScroll = () => {
    const box = list.current
    if (!box) return
    const rowHeight = box.scrollHeight / count
    setTop(Math.floor(box.scrollTop / rowHeight / MARGIN_ROWS) * MARGIN_ROWS)
    if (box.scrollTop + box.clientHeight >= box.scrollHeight - NEAR_END_ROWS * rowHeight) onNearEnd()
  }

  const from = Math.max(0, top - MARGIN_ROWS)
  const to = Math.min(count, top + MARGIN_ROWS + SEEN_ROWS + MARGIN_ROWS)
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset)
  if (active !== null && (active < from || active >= to)) drawn.push(active)
  return { list, onScroll, drawn }
}
