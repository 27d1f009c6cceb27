import type { ReactNode } from 'react'
import classes from './Bar.module.css'

type Props = { children: ReactNode; action?: ReactNode }

/** A quiet line below the top bar, for what concerns every page. */
export function Bar({ children, action }: Props) {
  return (
    <div className={classes.bar}>
      <p>{children}</p>
      {action}
    </div>
  )
}
