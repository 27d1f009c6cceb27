'use client'

import { useRef, useState } from 'react'
import { announce } from '@/components/elements/announcements'

export type SaveState = 'idle' | 'saving' | 'saved' | 'failed'

/** False or null: it is not kept, like whatever it throws. */
type Write = () => unknown

export type Saving = {
  state: SaveState
  save: (write: Write) => Promise<void>
  /** The last attempt once more. */
  again: () => void
  /** What was said of the last attempt no longer holds. */
  forget: () => void
}

/** One setting, or group of settings, that is saved together. Only the last of several quick attempts is told of. */
export function useSaving(): Saving {
  const [state, setState] = useState<SaveState>('idle')
  const last = useRef<Write | null>(null)

  async function save(write: Write) {
    last.current = write
    setState('saving')
    let isKept = false
    try {
      const kept = await write()
      isKept = kept !== false && kept !== null
    } catch {
      // The server was not reached, or broke: the note says that nothing was saved, and offers to try again.
      isKept = false
    }
    if (last.current !== write) return
    setState(isKept ? 'saved' : 'failed')
    announce(isKept ? 'Saved' : 'Not saved')
  }

  return {
    state,
    save,
    again: () => {
      if (last.current) void save(last.current)
    },
    forget: () => setState('idle'),
  }
}
