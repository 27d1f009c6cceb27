'use client'

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { takeOutOfQueue } from '@/app/(console)/jobs/[jobId]/actions'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { Notice } from '@/components/elements/Notice'
import { useUnderWay } from '@/components/elements/useUnderWay'
import type { ProblemBody } from '@/lib/cloud/explained-error'
import { IMPORTS_AT_ONCE } from '@/lib/cloud/rules'
import type { JobView } from '@/lib/jobs/view'
import { noAnswer } from './no-answer'
import { jobQuery } from './queries'

type Props = { job: JobView }

/** In Slipway's own queue: nothing has been sent, so that it can still be taken out. */
export function Waiting({ job }: Props) {
  const queryClient = useQueryClient()
  const [problem, setProblem] = useState<ProblemBody | null>(null)
  const { isUnderWay: isTaking, start } = useUnderWay()

  const take = () =>
    start(async () => {
      const taken = await takeOutOfQueue({ jobId: job.id }).catch(noAnswer)
      setProblem(taken.ok ? null : taken.error)
      // Also when it was on its way already: then the page shows that.
      await queryClient.invalidateQueries({ queryKey: jobQuery(job.id).queryKey })
    })
  return (
    <>
      {problem ? <ErrorBox error={problem.error} /> : null}
      <Notice
        shape="queued"
        title={`Not sent yet. ${placeWords(job.place)}`}
        actions={
          <Button aria-disabled={isTaking} onClick={take}>
            {isTaking ? 'Taking it out…' : 'Take it out'}
          </Button>
        }
      >
        <p>
          IMS takes {IMPORTS_AT_ONCE} imports of a project at the same time. Slipway sends this one when its
          turn comes, also with every tab closed, as long as {job.startedBy} stays signed in to this project.
        </p>
      </Notice>
    </>
  )
}

export function placeWords(place: JobView['place']): string {
  if (!place) return 'It is sent when its turn comes.'
  const { running, before } = place
  const turn = before === 0 ? 'this one is next' : `${before === 1 ? '1 waits' : `${before} wait`} before it`
  // Imports of other tools count for IMS as well, and Slipway cannot count them.
  return running < IMPORTS_AT_ONCE
    ? `IMS has no room for it yet; ${turn}.`
    : `${running} imports are running in this project; ${turn}.`
}
