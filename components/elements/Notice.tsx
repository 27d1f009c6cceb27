import type { ReactNode, Ref } from 'react'
import classes from './Notice.module.css'
import { StatusMark, type StatusShape } from './StatusMark'

type Props = {
  shape?: StatusShape
  title: string
  children?: ReactNode
  /** Buttons, the first one the likeliest to help. */
  actions?: ReactNode
  /** What few people need, folded. */
  details?: ReactNode
  /** Spoken at once. Leave it off where focus moves to the box, or it is read twice. */
  alert?: boolean
  /** For moving focus here. */
  ref?: Ref<HTMLDivElement> | undefined
}

/** A turn of events: what it is, what it means, what can be done. */
export function Notice({ shape = 'warn', title, children, actions, details, alert = false, ref }: Props) {
  return (
    <div
      ref={ref}
      {...(ref ? { tabIndex: -1 } : {})}
      {...(alert ? { role: 'alert' } : {})}
      className={`${classes.notice} ${classes[shape] ?? ''}`}
    >
      <StatusMark shape={shape} size={18} className={classes.mark} />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {children}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
        {details}
      </div>
    </div>
  )
}
