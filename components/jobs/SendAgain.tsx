'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { sendRequestAgain } from '@/app/(console)/jobs/[jobId]/actions'
import { Dialog } from '@/components/elements/Dialog'
import { useGoing } from '@/components/elements/useGoing'
import { useIsShown } from '@/components/elements/useIsShown'
import { useUnderWay } from '@/components/elements/useUnderWay'
import { makeSubmissionId } from '@/components/import/submission-id'
import { say } from '@/components/told/said'
import type { ProblemBody } from '@/lib/cloud/explained-error'
import type { JobView } from '@/lib/jobs/view'
import { WORK_WORDS, workOf } from '@/lib/jobs/work'
import { paths } from '@/lib/navigation'
import { noAnswer } from './no-answer'
import classes from './SendAgain.module.css'

type Props = {
  job: JobView
  onProblem: (problem: ProblemBody) => void
  onDecided: () => void
}

/** Asks first: IMS may have the request, and then there will be two images. */
export function SendAgain({ job, onProblem, onDecided }: Props) {
  const { isGoing, goTo } = useGoing()
  /** The id to send under, for as long as the question stands: pressed twice, it is sent once. */
  const [submissionId, setSubmissionId] = useState<string | null>(null)
  const { isUnderWay, start } = useUnderWay()
  const isSending = isUnderWay || isGoing
  const isShown = useIsShown()

  const send = () => {
    if (isSending || submissionId === null) return
    start(async () => {
      const sent = await sendRequestAgain({ jobId: job.id, submissionId }).catch(noAnswer)
      setSubmissionId(null)
      if (!sent.ok) {
        onProblem(sent.error)
        return
      }
      onDecided()
      if (sent.value.jobId === null) return
      const href = paths.job(sent.value.jobId)
      // Whoever went elsewhere meanwhile is left there.
      if (isShown()) goTo(href)
      else say(`${job.imageName} was sent again`, { link: { href, words: 'Open job' } })
    })
  }
  const cancel = () => {
    if (!isSending) setSubmissionId(null)
  }
  return (
    <>
      <Button onClick={() => setSubmissionId(makeSubmissionId())}>Send again</Button>
      <Dialog isOpen={submissionId !== null} title="Send again" {...(isSending ? {} : { onClose: cancel })}>
        <p className={classes.text}>
          {job.kind === 'export'
            ? 'IMS exports an image once at a time and overwrites no file, so this makes no second one.'
            : 'This may make a second image: IMS may have taken the first request without saying so.'}{' '}
          This {WORK_WORDS[workOf(job.kind)].noun} is closed, and the new one has a page of its own.
        </p>
        <div className={classes.actions}>
          <Button data-autofocus aria-disabled={isSending} onClick={cancel}>
            Cancel
          </Button>
          <Button variant="filled" aria-disabled={isSending} onClick={send}>
            {isSending ? 'Sending to IMS…' : 'Send again'}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
