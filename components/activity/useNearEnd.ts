import { type RefObject, useEffect, useEffectEvent } from 'react'

/** So far before the end comes into view the next rows are asked for, about a screen. */
const AHEAD = '600px'

/** Calls `onNear` when the end of a list comes near, or is near after something was added to it. */
export function useNearEnd(end: RefObject<HTMLElement | null>, onNear: () => void): void {
  const near = useEffectEvent(onNear)

  useEffect(() => {
    // The browser's observer of what is in view.
    const element = end.current
    if (!element) return
    const observer = new IntersectionObserver(
      (changes) => {
        if (changes.some(({ isIntersecting }) => isIntersecting)) near()
      },
      { rootMargin: AHEAD },
    )
    observer.observe(element)
    return () => observer.disconnect()
  })
}
