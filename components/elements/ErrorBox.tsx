'use client'

import type { ReactNode, Ref } from 'react'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import { ErrorDetails } from './ErrorDetails'
import { Notice } from './Notice'

type Props = {
  error: ExplainedError
  actions?: ReactNode
  alert?: boolean
  ref?: Ref<HTMLDivElement>
}

/** What happened, the likely cause, what to do; the service's own words are one click away. */
export function ErrorBox({ error, ...rest }: Props) {
  const { title, cause, remedy } = error
  return (
    <Notice shape="bad" title={title} details={<ErrorDetails error={error} />} {...rest}>
      {cause ? <p>{cause}</p> : null}
      {remedy ? <p>{remedy}</p> : null}
    </Notice>
  )
}
