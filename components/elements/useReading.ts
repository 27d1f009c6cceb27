'use client'

import { useRef, useState } from 'react'

/**
 * A reading that a person asks for, one at a time. No transition: React holds up every other one until an awaited one
 * has ended, and links, Back and the filters in the address are transitions.
 */
export function useReading(read: () => Promise<unknown>): { isReading: boolean; start: () => void } {
  const [isReading, setReading] = useState(false)
  // A second press comes before the first is drawn.
  const isUnderWay = useRef(false)

  async function start() {
    if (isUnderWay.current) return
    isUnderWay.current = true
    setReading(true)
    try {
      await read()
    } finally {
      isUnderWay.current = false
      // React leaves this alone where the list is not on the page any more.
      setReading(false)
    }
  }

  return { isReading, start: () => void start() }
}
