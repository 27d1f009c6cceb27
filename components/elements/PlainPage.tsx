import type { ReactNode } from 'react'
import { Mark } from './Mark'
import classes from './PlainPage.module.css'

type Props = {
  title: string
  text: string
  link?: { title: string; href: string }
  children?: ReactNode
}

/** A page with nothing around it. Its link loads anew: what led here may be broken. */
export function PlainPage({ title, text, link, children }: Props) {
  return (
    <main className={classes.page}>
      <Mark size={32} className={classes.mark} />
      <h1 tabIndex={-1}>{title}</h1>
      <p className={classes.text}>{text}</p>
      {children}
      {link ? <a href={link.href}>{link.title}</a> : null}
    </main>
  )
}
