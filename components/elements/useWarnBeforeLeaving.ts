'use client'

import { useEffect } from 'react'

/** Has the browser ask before the page is left by reload, close or address, where something would be lost by that. */
export function useWarnBeforeLeaving(wouldLose: boolean): void {
  useEffect(() => {
    // The browser's own question; it takes no words of ours.
    if (!wouldLose) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [wouldLose])
}
