'use client'

import { Button } from '@mantine/core'
import { ErrorDetails } from '@/components/elements/ErrorDetails'
import { Notice } from '@/components/elements/Notice'
import { useUnderWay } from '@/components/elements/useUnderWay'
import type { ExplainedError } from '@/lib/cloud/explained-error'

type Props = { error: ExplainedError; onReadRest: () => Promise<unknown> }

/** A page in the middle could not be read: what came before it stays, and reading goes on from there. */
export function RestNotRead({ error, onReadRest }: Props) {
  const { isUnderWay: isReading, start } = useUnderWay()
  return (
    <Notice
      shape="bad"
      title={`Not all images are here. ${error.title}.`}
      details={<ErrorDetails error={error} />}
      alert
      actions={
        <Button aria-disabled={isReading} onClick={() => start(onReadRest)}>
          {isReading ? 'Reading…' : 'Load the rest'}
        </Button>
      }
    >
      <p>{error.remedy}</p>
    </Notice>
  )
}
