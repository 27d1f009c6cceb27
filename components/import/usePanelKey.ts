'use client'

import { type KeyboardEvent, type RefObject, useRef } from 'react'

/** Alt+P leads to the panel, and from there back to where one was. Answers whether the key was that one. */
export function usePanelKey(panel: RefObject<HTMLElement | null>): (event: KeyboardEvent) => boolean {
  const before = useRef<HTMLElement | null>(null)
  return (event) => {
    // By the key's place: with Alt some layouts write another letter.
    if (event.code !== 'KeyP' || !event.altKey || event.ctrlKey || event.metaKey) return false
    event.preventDefault()
    const { activeElement } = document
    if (panel.current?.contains(activeElement)) before.current?.focus()
    else {
      before.current = activeElement instanceof HTMLElement ? activeElement : null
      panel.current?.focus()
    }
    return true
  }
}
