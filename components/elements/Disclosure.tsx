import type { ReactNode } from 'react'
import classes from './Disclosure.module.css'
import { Icon } from './Icon'

type Props = {
  summary: string
  children: ReactNode
}

/** More about one thing, folded under a word: what few people need, one click away. */
export function Disclosure({ summary, children }: Props) {
  return (
    <details className={classes.disclosure}>
      <summary className={classes.summary}>
        <Icon name="chevron-right" className={classes.chevron} />
        {summary}
      </summary>
      {children}
    </details>
  )
}
