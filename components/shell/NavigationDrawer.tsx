'use client'

import { ActionIcon } from '@mantine/core'
import { useState } from 'react'
import { Dialog } from '@/components/elements/Dialog'
import { Icon } from '@/components/elements/Icon'
import { MainNavigation } from './MainNavigation'
import classes from './NavigationDrawer.module.css'
import { ProjectSwitcher } from './ProjectSwitcher'
import { SessionEnd } from './SessionEnd'
import { UserMenu } from './UserMenu'

export function NavigationDrawer() {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <div className={classes.onPhone}>
      <ActionIcon aria-label="Open navigation" onClick={() => setOpen(true)}>
        <Icon name="menu" />
      </ActionIcon>
      <Dialog isOpen={isOpen} onClose={close} shape="drawer" title="Navigation">
        <ProjectSwitcher onSwitched={close} />
        <MainNavigation onNavigate={close} />
        <div className={classes.foot}>
          <SessionEnd />
          <UserMenu />
        </div>
      </Dialog>
    </div>
  )
}
