'use client'

import { useState } from 'react'
import { useGoing } from '@/components/elements/useGoing'
import { useIsShown } from '@/components/elements/useIsShown'
import { useActing } from '@/components/images/acting/useActing'
import { makeSubmissionId } from '@/components/import/submission-id'
import { say } from '@/components/told/said'
import type { Acted } from '@/lib/images/acting'
import { paths } from '@/lib/navigation'

type Asked = {
  /** As a toast names it: "Export of debian-10". */
  act: string
  isOpen: boolean
}

type Derived = Acted<{ jobId: string }>

/**
 * Sends what a dialog asks for, and goes on to the job's page where the dialog still shows. As long as no answer came it is sent under the same id, so
 * that it is made once; what was refused was kept under its id, and the next attempt is another one.
 */
export function useDerive({ act, isOpen }: Asked) {
  const { isGoing, goTo } = useGoing()
  const isShown = useIsShown(isOpen)
  const [submissionId, setSubmissionId] = useState(makeSubmissionId)
  const { send, isSending, ...acting } = useActing({
    act,
    isOpen,
    onDone: ({ jobId }: { jobId: string }) => {
      const href = paths.job(jobId)
      if (isShown()) {
        goTo(href)
        return
      }
      // Whoever went elsewhere meanwhile is left there; what the dialog sends next is another job.
      setSubmissionId(makeSubmissionId())
      say(`${act} was sent to IMS`, { link: { href, words: 'Open job' } })
    },
  })
  return {
    ...acting,
    isSending: isSending || isGoing,
    send: (ask: (submissionId: string) => Promise<Derived>) =>
      send(async () => {
        const derived = await ask(submissionId)
        if (!derived.ok) setSubmissionId(makeSubmissionId())
        return derived
      }),
  }
}
