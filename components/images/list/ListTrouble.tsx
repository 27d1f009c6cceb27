'use client'

import { StaleLine } from '@/components/elements/StaleLine'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import { useServiceName } from '../useServiceName'
import classes from './ListTrouble.module.css'
import { RestNotRead } from './RestNotRead'

type Props = {
  /** Why a page in the middle is not there; null where none is missing. */
  rest: ExplainedError | null
  onReadRest: () => Promise<unknown>
  /** The newest page, read once more from time to time. */
  newest: { isError: boolean; isFetching: boolean; refetch: () => unknown }
  readAt: number
}

/** Over a list that is there, what of it is missing or old. */
export function ListTrouble({ rest, onReadRest, newest, readAt }: Props) {
  const service = useServiceName()
  if (rest === null && !newest.isError) return null
  return (
    <div className={classes.trouble}>
      {rest ? (
        <RestNotRead error={rest} onReadRest={onReadRest} />
      ) : (
        <StaleLine
          service={service}
          readAt={readAt}
          onReadAgain={() => newest.refetch()}
          reading={newest.isFetching}
        />
      )}
    </div>
  )
}
