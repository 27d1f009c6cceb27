import type { ReactNode } from 'react'
import { StatusMark, type StatusShape } from '@/components/elements/StatusMark'
import classes from './Notice.module.css'

type Props = { shape: StatusShape; title: string; children?: ReactNode; actions?: ReactNode }

/** A turn of events that is no error: what it is, what it means, what can be done. */
export function Notice({ shape, title, children, actions }: Props) {
  return (
    <div className={`${classes.notice} ${classes[shape] ?? ''}`}>
      <StatusMark shape={shape} size={18} className={classes.mark} />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {children}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </div>
  )
}
