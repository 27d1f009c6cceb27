'use client'

import type { ReactNode } from 'react'
import type { SessionView } from '@/lib/session/view'
import { ProjectScope } from './ProjectScope'
import { SessionContext } from './SessionContext'

type Props = { session: SessionView; children: ReactNode }

/** Stands in the console's layout rather than in the root, so that the sign-in page does not load it. */
export function ConsoleProviders({ session, children }: Props) {
  return (
    <SessionContext value={session}>
      <ProjectScope key={session.project.id}>{children}</ProjectScope>
    </SessionContext>
  )
}
