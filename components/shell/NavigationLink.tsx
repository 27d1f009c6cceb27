import { Tooltip } from '@mantine/core'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon } from '@/components/elements/Icon'
import classes from './NavigationLink.module.css'
import railOnly from './RailOnly.module.css'
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
  return (
    <Tooltip label={title} position="right" disabled={!compactOnRail} className={railOnly.tooltip}>
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
    </Tooltip>
  )
}
