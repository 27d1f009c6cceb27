'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { SessionView } from '@/lib/session/view'
import { createQueryClient } from './query-client'
import { SessionContext } from './SessionContext'

type Props = { session: SessionView; children: ReactNode }

/** Stands in the console's layout rather than in the root, so that the sign-in page does not load it. */
export function ConsoleProviders({ session, children }: Props) {
  const [queryClient] = useState(createQueryClient)
  return (
    <SessionContext value={session}>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </SessionContext>
  )
}
