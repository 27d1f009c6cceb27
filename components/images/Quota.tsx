'use client'

import { useQuery } from '@tanstack/react-query'
import { StatusMark } from '@/components/elements/StatusMark'
import type { ProblemBody } from '@/lib/cloud/explained-error'
import type { QuotaView } from '@/lib/images/view'
import type { Result } from '@/lib/result'
import classes from './Quota.module.css'
import { quotaQuery } from './queries'
import { quotaWords } from './quota-words'

const SHAPES = { fine: null, 'nearly-full': 'warn', full: 'bad' } as const

type Props = { initial: Result<QuotaView | null, ProblemBody> }

/** The room left for private images, in words; the bar only draws them. */
export function Quota({ initial }: Props) {
  const { data } = useQuery({ ...quotaQuery(), ...(initial.ok ? { initialData: initial.value } : {}) })
  if (!data) {
    return initial.ok ? null : (
      <span className={classes.quota}>
        Quota could not be read{initial.error.error.code ? ` (${initial.error.error.code})` : ''}.
      </span>
    )
  }
  const { level, used, warning } = quotaWords(data)
  const shape = SHAPES[level]
  return (
    <span className={`${classes.quota} ${classes[level] ?? ''}`}>
      {used}
      <span className={classes.meter} aria-hidden="true">
        <span
          className={classes.fill}
          style={{ width: `${Math.min(100, (100 * data.used) / Math.max(1, data.quota))}%` }}
        />
      </span>
      {warning && shape ? (
        <span className={classes.warning}>
          <StatusMark shape={shape} />
          {warning}
        </span>
      ) : null}
    </span>
  )
}
