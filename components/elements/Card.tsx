import type { ReactNode } from 'react'
import classes from './Card.module.css'

type Props = {
  children: ReactNode
  /** Id of the heading inside, or a name where there is none: with either the card is a region. */
  labelledBy?: string
  label?: string
  className?: string | undefined
}

export function Card({ children, labelledBy, label, className }: Props) {
  return (
    <section
      className={className ? `${classes.card} ${className}` : classes.card}
      aria-labelledby={labelledBy}
      aria-label={label}
    >
      {children}
    </section>
  )
}
