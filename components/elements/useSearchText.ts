'use client'

import { useEffect, useRef, useState } from 'react'

/** So long a person pauses between two words, and not between two letters. */
const PAUSE_MS = 250

type State = {
  typed: string
  /** The address's words that `typed` departs from. */
  seen: string
  /** Words on their way into the address. */
  sent: readonly string[]
}

/**
 * What is being typed into a search that stands in the address. The address follows after a pause; where it changes by
 * itself (back, a link, cleared filters) the field follows it.
 */
export function useSearchText(text: string, onSearch: (text: string) => void) {
  const [state, setState] = useState<State>({ typed: text, seen: text, sent: [] })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  if (state.seen !== text) {
    const own = state.sent.indexOf(text)
    setState(
      own < 0
        ? { typed: text, seen: text, sent: [] }
        : { typed: state.typed, seen: text, sent: state.sent.slice(own + 1) },
    )
  }

  useEffect(() => {
    // The browser's timer, which would otherwise write into the next page's address.
    return () => clearTimeout(timer.current)
  }, [])

  function search(typed: string) {
    clearTimeout(timer.current)
    const next = typed.trim()
    setState((before) => (next === before.seen ? before : { ...before, sent: [...before.sent, next] }))
    onSearch(next)
  }

  return {
    typed: state.typed,
    type: (typed: string) => {
      setState((before) => ({ ...before, typed }))
      clearTimeout(timer.current)
      timer.current = setTimeout(() => search(typed), PAUSE_MS)
    },
    /** At once: Enter. */
    search: () => search(state.typed),
  }
}
