'use client'

import type { ReactNode, Ref } from 'react'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import classes from './ErrorBox.module.css'
import { ErrorDetails } from './ErrorDetails'
import { StatusMark } from './StatusMark'

type Props = {
  error: ExplainedError
  /** Buttons, the first one the likeliest to help. */
  actions?: ReactNode
  /** Spoken at once. Leave it off where focus moves to the box, or it is read twice. */
  alert?: boolean
  /** For moving focus here. */
  ref?: Ref<HTMLDivElement>
}

/** What happened, the likely cause, what to do; the service's own words are one click away. */
export function ErrorBox({ error, actions, alert = false, ref }: Props) {
  const { title, cause, remedy } = error
  return (
    <div ref={ref} tabIndex={-1} className={classes.box} {...(alert ? { role: 'alert' } : {})}>
      <StatusMark shape="bad" size={18} className={classes.mark} />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {cause ? <p>{cause}</p> : null}
        {remedy ? <p>{remedy}</p> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
        <ErrorDetails error={error} />
      </div>
    </div>
  )
}
