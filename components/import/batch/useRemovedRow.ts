'use client'

import { useCallback, useState } from 'react'
import type { BatchRow } from './batch-state'
import type { useBatch } from './useBatch'

/** The row that was removed last, and where it stood (from 0). */
export type Removed = { row: BatchRow; index: number }

/** Removing a row, and taking that back: what was typed into it is not lost by one press. */
export function useRemovedRow({ now, remove, putBack }: ReturnType<typeof useBatch>) {
  const [removed, setRemoved] = useState<Removed | null>(null)
  return {
    removed,
    remove: useCallback(
      (key: string) => {
        const { rows } = now()
        const index = rows.findIndex((row) => row.key === key)
        const row = rows[index]
        if (row) setRemoved({ row, index })
        remove(key)
      },
      [now, remove],
    ),
    takeBack: () => {
      if (removed) putBack(removed.row, removed.index)
      setRemoved(null)
    },
  }
}
