'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import { sendRequestAgain } from '@/app/(console)/jobs/[jobId]/actions'
import { Dialog } from '@/components/elements/Dialog'
import { useGoing } from '@/components/elements/useGoing'
import { useUnderWay } from '@/components/elements/useUnderWay'
import { makeSubmissionId } from '@/components/import/submission-id'
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
      if (sent.value.jobId !== null) goTo(paths.job(sent.value.jobId))
    })
  }
  return (
    <>
      <Button onClick={() => setSubmissionId(makeSubmissionId())}>Send again</Button>
      <Dialog
        isOpen={submissionId !== null}
        title="Send again"
        {...(isSending ? {} : { onClose: () => setSubmissionId(null) })}
      >
        <p className={classes.text}>
          {job.kind === 'export'
            ? 'IMS exports an image once at a time and overwrites no file, so this makes no second one.'
            : 'This may make a second image: IMS may have taken the first request without saying so.'}{' '}
          This {WORK_WORDS[workOf(job.kind)].noun} is closed, and the new one has a page of its own.
        </p>
        <div className={classes.actions}>
          <Button data-autofocus aria-disabled={isSending} onClick={() => setSubmissionId(null)}>
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
