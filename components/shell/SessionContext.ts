'use client'

import { createContext, use } from 'react'
import type { SessionView } from '@/lib/session/view'

export const SessionContext = createContext<SessionView | null>(null)

/** Who is signed in, and where, as the server rendered this page. */
export function useSession(): SessionView {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession is used outside the console')
  return session
}
