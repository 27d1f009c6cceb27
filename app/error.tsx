'use client'

import { CrashPage } from '@/components/elements/CrashPage'

type Props = { error: Error & { digest?: string } }

export default function ErrorPage({ error }: Props) {
  return (
    <main>
      <CrashPage errorId={error.digest} />
    </main>
  )
}
