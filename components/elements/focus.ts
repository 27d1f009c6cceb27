/** Where focus goes when what had it leaves the page: else the next Tab would begin at the page's top. */
import type { RefCallback } from 'react'

function isFocusLost(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body
}

/** A `ref` for what stands in the place of something that had focus. */
export function takeLostFocus(element: HTMLElement | null): void {
  if (element && isFocusLost()) element.focus({ preventScroll: true })
}

/** Asked while the element is still in its place; what it returns is asked once that has left. */
type Next = (leaving: HTMLElement) => () => HTMLElement | null | undefined

/**
 * A `ref` for what leaves with its own act. Focus that is in it then goes to the next thing to do, else to the heading
 * of its card, else to the page's.
 */
export function passFocusOn(next: Next = () => () => null): RefCallback<HTMLElement> {
  return (element) => {
    if (!element) return
    return () => {
      if (!element.contains(document.activeElement)) return
      const findNext = next(element)
      const card = element.closest('section')
      // The change of the page that takes the element away is under way.
      queueMicrotask(() => {
        const heading = card?.isConnected ? card.querySelector<HTMLElement>('h2') : null
        const target = findNext() ?? heading ?? document.querySelector<HTMLElement>('h1')
        if (!target || !isFocusLost()) return
        if (!target.matches('button')) target.tabIndex = -1
        target.focus({ preventScroll: true })
      })
    }
  }
}
