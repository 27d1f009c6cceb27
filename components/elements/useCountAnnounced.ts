'use client'

import { useEffect, useRef } from 'react'
import { announce } from './announcements'

/** A person who types on has not asked yet. */
const AFTER_MS = 500

/** Says how many there are when other filters have brought them; null while they are on their way. */
export function useCountAnnounced(query: string, words: string | null): void {
  const said = useRef(query)
  useEffect(() => {
    // The screen reader, by way of the page's polite region.
    if (words === null || said.current === query) return
    const timer = setTimeout(() => {
      said.current = query
      announce(words)
    }, AFTER_MS)
    return () => clearTimeout(timer)
  }, [query, words])
}
