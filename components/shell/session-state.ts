import { useSyncExternalStore } from 'react'

/**
 * What this tab knows of the session besides what the server rendered. It is held outside React because queries,
 * mutations and other tabs report to it.
 */
type SessionState = {
  /** `ended` is latched: many answers say so at once, and the dialog opens once. */
  session: 'live' | 'ended'
  /** The dialog to sign in again, over the page. */
  dialog: 'open' | 'closed'
  /** The project last chosen in this tab; the page the server rendered follows a moment later. */
  chosenProjectId: string | null
}

let state: SessionState = { session: 'live', dialog: 'closed', chosenProjectId: null }
const INITIAL = state
const listeners = new Set<() => void>()

function change(next: Partial<SessionState>): void {
  state = { ...state, ...next }
  for (const listener of listeners) listener()
}

/** For whoever meets a 401: opens the dialog, once, until someone has signed in again. */
export function reportSessionEnded(): void {
  if (state.session === 'ended') return
  change({ session: 'ended', dialog: 'open' })
}

export function reportSessionLive(): void {
  if (state.session === 'live') return
  change({ session: 'live', dialog: 'closed' })
}

export function openSignInAgain(): void {
  change({ dialog: 'open' })
}

export function closeSignInAgain(): void {
  change({ dialog: 'closed' })
}

export function reportProjectChosen(projectId: string): void {
  change({ chosenProjectId: projectId })
}

export function useSessionState(): SessionState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
    () => INITIAL,
  )
}
