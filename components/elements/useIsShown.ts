'use client'

import { useEffect, useRef } from 'react'

/** Whether the component still shows when an answer comes: its dialog may be closed by then, or its page left. */
export function useIsShown(isOpen = true): () => boolean {
  const isShown = useRef(false)

  useEffect(() => {
    // What was asked before the component left goes on without it.
    isShown.current = isOpen
    return () => {
      isShown.current = false
    }
  }, [isOpen])

  return () => isShown.current
}
