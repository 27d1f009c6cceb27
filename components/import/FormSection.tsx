import type { ReactNode } from 'react'
import classes from './FormSection.module.css'

type Props = { id: string; title: string; beside?: ReactNode; children: ReactNode }

export function FormSection({ id, title, beside, children }: Props) {
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  )
}
