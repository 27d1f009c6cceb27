'use client'

import { CrashPage } from '@/components/elements/CrashPage'

type Props = { error: Error & { digest?: string } }

/** Inside the shell: the rest of the console stays in reach. */
export default function ConsoleErrorPage({ error }: Props) {
  return <CrashPage errorId={error.digest} />
}
