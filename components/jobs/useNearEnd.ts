'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** Before the end comes into view: the next rows are there when it does. */
const MARGIN = '600px 0px'

/**
 * Says when the end of a list is near the view, and again after each `step` if it still is. Null: there is nothing to
 * be done about it.
 */
export function useNearEnd(step: number, onNearEnd: (() => void) | null): RefObject<HTMLDivElement | null> {
  const end = useRef<HTMLDivElement>(null)
  const act = useRef(onNearEnd)
  const isWanted = onNearEnd !== null

  useEffect(() => {
    act.current = onNearEnd
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a step begins a new look, which tells where the end is now
  useEffect(() => {
    // The view's edges.
    if (!end.current || !isWanted) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) act.current?.()
      },
      { rootMargin: MARGIN },
    )
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [isWanted, step])

  return end
}
