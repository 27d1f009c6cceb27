'use client'

import { useEffect, useState } from 'react'

/** A pause that is no longer typing. */
const SETTLE_MS = 250

/** The text once it has rested, so that no letter of it is asked about alone; at once where `settle` is called with it. */
export function useSettled(text: string): [settled: string, settle: (text: string) => void] {
  const [settled, settle] = useState(text)

  useEffect(() => {
    // The browser's timer.
    if (text === settled) return
    const timer = setTimeout(() => settle(text), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [text, settled])

  return [settled, settle]
}
