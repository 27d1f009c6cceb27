import type { ReactNode } from 'react'
import { CurrentPage } from './CurrentPage'
import classes from './PageHead.module.css'

type Props = {
  title: string
  status?: ReactNode
  sub?: ReactNode
  actions?: ReactNode
}

/** Holds the page's one h1, which takes focus after navigation; the breadcrumbs end in its words. */
export function PageHead({ title, status, sub, actions }: Props) {
  return (
    <div className={classes.head}>
      <CurrentPage name={title} />
      <div className={classes.words}>
        <div className={classes.line}>
          <h1 className={classes.title} tabIndex={-1}>
            {title}
          </h1>
          {status}
        </div>
        {sub ? <div className={classes.sub}>{sub}</div> : null}
      </div>
      {actions ? <div className={classes.actions}>{actions}</div> : null}
    </div>
  )
}
