'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { CopyButton } from '@/components/elements/CopyButton'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Notice } from '@/components/elements/Notice'
import { reportSessionEnded } from '@/components/shell/session-state'
import type { ProblemBody } from '@/lib/cloud/explained-error'
import type { JobView } from '@/lib/jobs/view'
import { LikelyImages } from './LikelyImages'
import { likelyImagesQuery } from './likely-images-query'
import { jobQuery } from './queries'
import { SendAgain } from './SendAgain'
import { supportFacts } from './support-facts'

type Props = { job: JobView }

/** Nobody knows whether IMS took the request. What can be seen is shown, and the person decides. */
export function Unconfirmed({ job }: Props) {
  const queryClient = useQueryClient()
  const likely = useQuery(likelyImagesQuery(job))
  const [problem, setProblem] = useState<ProblemBody | null>(null)

  const readAgain = () => void queryClient.invalidateQueries({ queryKey: jobQuery(job.id).queryKey })
  const onProblem = (found: ProblemBody) => {
    if (found.problem === 'session-ended') reportSessionEnded()
    else setProblem(found)
    readAgain()
  }
  const onDecided = () => {
    setProblem(null)
    readAgain()
  }
  return (
    <>
      {problem ? <ErrorBox error={problem.error} alert /> : null}
      <Notice
        shape="unconfirmed"
        title="IMS did not answer, so it is not known whether it took the request. Slipway sends nothing again by itself."
        actions={
          <>
            <SendAgain job={job} onProblem={onProblem} onDecided={onDecided} />
            <CopyButton value={supportFacts(job)} label="Copy for support" />
          </>
        }
      >
        <LikelyImages
          job={job}
          likely={likely.data ?? null}
          isUnread={likely.isError}
          onLookAgain={() => void likely.refetch()}
          onProblem={onProblem}
          onDecided={onDecided}
        />
      </Notice>
    </>
  )
}
