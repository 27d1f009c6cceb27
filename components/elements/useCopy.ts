'use client'

import { useEffect, useState } from 'react'
import { announce } from './announcements'
import { copyToClipboard } from './clipboard'

const SHOWN_MS = 2000

export type CopyState = 'idle' | 'copied' | 'refused'

export const COPY_WORDS = {
  copied: 'Copied',
  refused: 'Not copied. Select the text and copy it.',
} as const

export function useCopy(value: string): { state: CopyState; copy: () => Promise<void> } {
  const [state, setState] = useState<CopyState>('idle')

  useEffect(() => {
    // The browser's timer: the word goes back by itself.
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [state])

  async function copy() {
    const next = (await copyToClipboard(value)) ? 'copied' : 'refused'
    setState(next)
    announce(COPY_WORDS[next])
  }

  return { state, copy }
}
