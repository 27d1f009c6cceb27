'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTransition } from 'react'
import { ErrorBox } from '@/components/elements/ErrorBox'
import type { ExplainedError } from '@/lib/cloud/explained-error'

type Props = { error: ExplainedError }

/** In the place of what could not be read, with the way to try again where it stands. */
export function ReadFailed({ error }: Props) {
  const router = useRouter()
  const [reading, startReading] = useTransition()
  return (
    <ErrorBox
      error={error}
      actions={
        <Button
          aria-disabled={reading}
          onClick={reading ? undefined : () => startReading(() => router.refresh())}
        >
          {reading ? 'Reading…' : 'Read again'}
        </Button>
      }
    />
  )
}
