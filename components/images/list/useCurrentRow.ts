'use client'

import { useState } from 'react'
import { type CurrentRow, currentIn } from './current-row'

/** The place of the row that is in the order of Tab, which lasts while rows come and go. */
export function useCurrentRow(
  ids: readonly string[],
  listKey: string,
): { current: number; setCurrent: (id: string) => void } {
  const [known, setKnown] = useState<CurrentRow>({ id: null, place: 0, listKey })
  const now = currentIn(ids, listKey, known)
  // While it is drawn: of a row that is gone nothing but its last place tells which one follows it.
  if (now !== known) setKnown(now)
  return {
    current: now.place,
    setCurrent: (id) => setKnown({ id, place: Math.max(0, ids.indexOf(id)), listKey }),
  }
}
