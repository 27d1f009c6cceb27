'use client'

import { createContext } from 'react'

/** What the dialog around an act does for the parts in it. */
export type ActFrame = {
  /**
   * Holds the dialog open while something is done in it: who wants to close it then asks for an end first.
   * @param stop asks for it; null once it has ended
   */
  hold: (stop: (() => void) | null) => void
  /** What was typed for this act and not sent, also in a dialog that was closed since. */
  draft: string
  keepDraft: (text: string) => void
}

export const ActFrameContext = createContext<ActFrame>({ hold: () => {}, draft: '', keepDraft: () => {} })
