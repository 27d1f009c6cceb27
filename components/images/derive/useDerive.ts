'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useActing } from '@/components/images/acting/useActing'
import { makeSubmissionId } from '@/components/import/submission-id'
import type { Acted } from '@/lib/images/acting'
import { paths } from '@/lib/navigation'

type Asked = {
  /** As a toast names it: "Export of debian-10". */
  act: string
  isOpen: boolean
}

type Derived = Acted<{ jobId: string }>

/**
 * Sends what a dialog asks for, and goes on to the job's page. As long as no answer came it is sent under the same id, so
 * that it is made once; what was refused was kept under its id, and the next attempt is another one.
 */
export function useDerive({ act, isOpen }: Asked) {
  const router = useRouter()
  const [submissionId, setSubmissionId] = useState(makeSubmissionId)
  const { send, ...acting } = useActing({
    act,
    isOpen,
    onDone: ({ jobId }: { jobId: string }) => router.push(paths.job(jobId)),
  })
  return {
    ...acting,
    send: (ask: (submissionId: string) => Promise<Derived>) =>
      send(async () => {
        const derived = await ask(submissionId)
        if (!derived.ok) setSubmissionId(makeSubmissionId())
        return derived
      }),
  }
}
