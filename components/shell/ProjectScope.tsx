'use client'

import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { createQueryClient } from './query-client'

type Props = { children: ReactNode }

/** What was read in one project ends with it: its key is the project, so another one begins with nothing. */
export function ProjectScope({ children }: Props) {
  const [queryClient] = useState(createQueryClient)
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
}
