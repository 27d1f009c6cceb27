'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '@/components/elements/Icon'
import classes from './LinkButton.module.css'

type Props = {
  href: string
  children: ReactNode
  /** The one thing a page is most likely left for. */
  primary?: boolean
  icon?: IconName
}

export function LinkButton({ href, children, primary = false, icon }: Props) {
  return (
    <Button
      component={Link}
      href={href}
      variant={primary ? 'filled' : 'default'}
      className={classes.button ?? ''}
      leftSection={icon ? <Icon name={icon} /> : null}
    >
      {children}
    </Button>
  )
}
