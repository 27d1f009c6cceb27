'use client'

import { useRef, useState } from 'react'

/**
 * What a person asks for and then waits for, one at a time. No transition: React holds up every other one until an
 * awaited one has ended, and links, Back and the filters in the address are transitions.
 */
export function useUnderWay(): { isUnderWay: boolean; start: (act: () => Promise<unknown>) => void } {
  const [isUnderWay, setUnderWay] = useState(false)
  // A second press comes before the first is drawn.
  const isBegun = useRef(false)

  async function run(act: () => Promise<unknown>) {
    if (isBegun.current) return
    isBegun.current = true
    setUnderWay(true)
    try {
      await act()
    } finally {
      isBegun.current = false
      // React leaves this alone where what asked is not on the page any more.
      setUnderWay(false)
    }
  }

  return { isUnderWay, start: (act) => void run(act) }
}
