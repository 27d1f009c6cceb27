import type { ReactNode } from 'react'
import classes from './Fold.module.css'
import { Icon } from './Icon'

type Props = {
  summary: ReactNode
  /** Unfolded to begin with. */
  open?: boolean
  className?: string | undefined
  children: ReactNode
}

/** A part of a card that folds, as wide as the card. */
export function Fold({ summary, open = false, className, children }: Props) {
  return (
    <details className={className ? `${classes.fold} ${className}` : classes.fold} open={open}>
      <summary className={classes.summary}>
        {summary}
        <Icon name="chevron-down" className={classes.chevron} />
      </summary>
      {children}
    </details>
  )
}
