import type { ReactNode } from 'react'
import { Icon } from '@/components/elements/Icon'
import classes from './Folded.module.css'

type Props = { title: string; count: number; children: ReactNode }

export function Folded({ title, count, children }: Props) {
  return (
    <details className={classes.folded}>
      <summary className={classes.summary}>
        <Icon name="chevron-right" className={classes.chevron} />
        {title}
        <span className={classes.count}>{count}</span>
      </summary>
      <div className={classes.inside}>{children}</div>
    </details>
  )
}
