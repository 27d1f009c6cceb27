'use client'

import { useState } from 'react'
import type { ListedImage } from '@/lib/images/listed'
import type { RowAct } from './row-acts'

type Asked = {
  act: RowAct
  /** As they were chosen: what is deleted meanwhile stays in the dialog that says so. */
  rows: readonly ListedImage[]
  key: number
  isOpen: boolean
}

/** The dialog that a person has opened last. It stays in the page when it is closed, and gives the focus back. */
export function useAsked() {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [drafts] = useState(() => new Map<RowAct, string>())
  return {
    asked,
    /** What was typed for an act and not sent: a dialog may be closed by accident. */
    drafts,
    ask: (act: RowAct, rows: readonly ListedImage[]) => {
      if (rows.length > 0) setAsked((before) => ({ act, rows, key: (before?.key ?? 0) + 1, isOpen: true }))
    },
    close: () => setAsked((before) => before && { ...before, isOpen: false }),
  }
}
