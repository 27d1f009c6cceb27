import type { ReactNode } from 'react'
import { ConsoleProviders } from '@/components/shell/ConsoleProviders'
import { Shell } from '@/components/shell/Shell'
import { requireSession } from '@/lib/session/current'

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const session = await requireSession()
  return (
    <ConsoleProviders session={session}>
      <Shell>{children}</Shell>
    </ConsoleProviders>
  )
}
