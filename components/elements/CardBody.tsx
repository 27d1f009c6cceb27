import type { ReactNode } from 'react'
import classes from './CardBody.module.css'

type Props = {
  children: ReactNode
  /** For rows that bring their own space above and below. */
  tight?: boolean
}

export function CardBody({ children, tight = false }: Props) {
  return <div className={tight ? `${classes.body} ${classes.tight}` : classes.body}>{children}</div>
}
