import type { ReactNode } from 'react'
import classes from './CardHeader.module.css'

type Props = {
  title: string
  /** For the card's `labelledBy`. */
  id?: string
  end?: ReactNode
}

export function CardHeader({ title, id, end }: Props) {
  return (
    <div className={classes.header}>
      <h2 className={classes.title} id={id}>
        {title}
      </h2>
      {end ? <div className={classes.end}>{end}</div> : null}
    </div>
  )
}
