import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '@/components/elements/Icon'
import { Tip } from '@/components/elements/Tip'
import classes from './NavigationLink.module.css'
import type { Section } from './sections'

type Props = {
  section: Section
  isCurrent: boolean
  compactOnRail: boolean
  onNavigate: (() => void) | undefined
  children: ReactNode
}

export function NavigationLink({ section, isCurrent, compactOnRail, onNavigate, children }: Props) {
  const { title, href, icon } = section
  const link = (
    <Link
      className={compactOnRail ? `${classes.link} ${classes.compact}` : classes.link}
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      {...(onNavigate ? { onClick: onNavigate } : {})}
    >
      <Icon name={icon} className={classes.icon} />
      <span className={classes.title}>{title}</span>
      {children}
    </Link>
  )
  if (!compactOnRail) return link
  return (
    <Tip text={title} side="right" className={classes.tip}>
      {link}
    </Tip>
  )
}
