'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import type { RowActs } from './row-acts'

/** The same functions for as long as the page is there, so that no row is drawn anew because of them. */
export function useRowActs(acts: RowActs): RowActs {
  const latest = useRef(acts)
  useLayoutEffect(() => {
    latest.current = acts
  })
  const [lasting] = useState<RowActs>(() => ({
    toggle: (...given) => latest.current.toggle(...given),
    ask: (...given) => latest.current.ask(...given),
    answer: (...given) => latest.current.answer(...given),
  }))
  return lasting
}
