'use client'

import { ActionIcon, Drawer } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { Icon } from '@/components/elements/Icon'
import { MainNavigation } from './MainNavigation'
import classes from './NavigationDrawer.module.css'
import { ProjectSwitcher } from './ProjectSwitcher'
import { SessionEnd } from './SessionEnd'
import { UserMenu } from './UserMenu'

export function NavigationDrawer() {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <div className={classes.onPhone}>
      <ActionIcon aria-label="Open navigation" onClick={open}>
        <Icon name="menu" />
      </ActionIcon>
      <Drawer opened={isOpen} onClose={close} position="right" size={304} title="Navigation">
        <div className={classes.parts}>
          <ProjectSwitcher onSwitched={close} />
          <MainNavigation onNavigate={close} />
          <div className={classes.foot}>
            <SessionEnd />
            <UserMenu />
          </div>
        </div>
      </Drawer>
    </div>
  )
}
