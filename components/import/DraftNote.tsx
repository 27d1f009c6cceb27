'use client'

import { useTimeZone } from '@/components/elements/clock'
import { clock, relativeTime } from '@/lib/format/time'
import classes from './DraftNote.module.css'

export type DraftNoteState =
  | { kind: 'none' }
  /** The form holds it. */
  | { kind: 'restored'; savedAt: number }
  /** Kept aside while the form holds something else. */
  | { kind: 'aside'; savedAt: number }

type Props = { state: DraftNoteState; onStartEmpty: () => void; onUseDraft: () => void }

/** Where the form's values came from, and the way back. */
export function DraftNote({ state, onStartEmpty, onUseDraft }: Props) {
  const timeZone = useTimeZone()
  if (state.kind === 'none') return null
  const isRestored = state.kind === 'restored'
  return (
    <p className={classes.note}>
      {`Draft from ${timeOfDraft(state.savedAt, Date.now(), timeZone)}${isRestored ? '.' : ' is kept.'} `}
      <button type="button" className={classes.action} onClick={isRestored ? onStartEmpty : onUseDraft}>
        {isRestored ? 'Start empty' : 'Use it'}
      </button>
    </p>
  )
}

/** "13:58" today, else how long ago or the day. */
function timeOfDraft(at: number, now: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short' })
  return day.format(at) === day.format(now) ? clock(at, timeZone) : relativeTime(at, now, timeZone)
}
