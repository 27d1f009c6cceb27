import type { ReactNode, Ref } from 'react'
import { StatusMark } from '@/components/elements/StatusMark'
import classes from './Notice.module.css'

type Props = {
  title: string
  children?: ReactNode
  action?: ReactNode
  /** For moving focus here. */
  ref?: Ref<HTMLDivElement>
}

/** Why nothing was sent, where no service has said anything that could be shown. */
export function Notice({ title, children, action, ref }: Props) {
  return (
    <div ref={ref} tabIndex={-1} className={classes.notice}>
      <StatusMark shape="warn" size={18} className={classes.mark} />
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        {children ? <p>{children}</p> : null}
        {action ? <div className={classes.action}>{action}</div> : null}
      </div>
    </div>
  )
}
