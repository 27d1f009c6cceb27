'use client'

import { Notice } from '@/components/elements/Notice'
import { StaleLine } from '@/components/elements/StaleLine'
import { ProblemError } from '@/components/shell/request'

type Props = {
  query: { error: Error | null; errorUpdatedAt: number; isFetching: boolean; refetch: () => unknown }
  readAt: number
}

/** Why what is shown is old: IMS did not answer, or the image has gone while its page was open. */
export function Refetch({ query, readAt }: Props) {
  const { error } = query
  if (error instanceof ProblemError && error.problem === 'not-found')
    return (
      <Notice shape="warn" title="This image was deleted while the page was open.">
        <p>What you see is what IMS last said of it.</p>
      </Notice>
    )
  return <StaleLine readAt={readAt} onReadAgain={() => query.refetch()} reading={query.isFetching} />
}
