'use client'

import { useEffect, useRef } from 'react'
import { announce } from '@/components/elements/announcements'

/**
 * Says what was read in the background of an open dialog: it appears above what has focus, and nobody would hear it.
 *
 * @param loss what the deletion means to others; null where there is nothing to say
 * @param wanted what has to be typed first; null where a press is enough
 */
export function useSayWhenRead(isReading: boolean, loss: string | null, wanted: string | null): void {
  const words = loss && (wanted === null ? loss : `${loss} Type ${wanted} to confirm.`)
  const wasReading = useRef(false)
  useEffect(() => {
    // The announcer, which stands outside of React.
    if (isReading) {
      wasReading.current = true
      return
    }
    if (wasReading.current && words) announce(words)
    wasReading.current = false
  }, [isReading, words])
}
