'use client'

import { useEffect, useEffectEvent } from 'react'
import { isSingleKey, SECOND_KEY_WITHIN_MS } from './is-single-key'

/** A page's own keys, by letter. The second letter of a pair such as `g s` is not one of them. */
export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || !isSingleKey(event)) return
    event.preventDefault()
    act()
  })

  useEffect(() => {
    // The document's keys.
    let goingSince = Number.NEGATIVE_INFINITY
    const onKey = (event: KeyboardEvent) => {
      const isSecond = event.timeStamp - goingSince < SECOND_KEY_WITHIN_MS
      goingSince = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      if (!isSecond) press(event)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}
