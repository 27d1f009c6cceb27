import type { ReactNode } from 'react'
import classes from './Empty.module.css'

type Props = { title: string; text?: string; action?: ReactNode }

/** What it is, why it is empty, one thing to do. */
export function Empty({ title, text, action }: Props) {
  return (
    <div className={classes.empty}>
      <p className={classes.title}>{title}</p>
      {text ? <p className={classes.text}>{text}</p> : null}
      {action ? <div className={classes.action}>{action}</div> : null}
    </div>
  )
}
