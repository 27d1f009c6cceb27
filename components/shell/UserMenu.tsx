'use client'

import { Menu } from '@mantine/core'
import { Icon } from '@/components/elements/Icon'
import { useSession } from './SessionContext'
import { SignOutItem } from './SignOutItem'
import { ThemeItems } from './ThemeItems'
import classes from './UserMenu.module.css'

type Props = { compactOnRail?: boolean }

export function UserMenu({ compactOnRail = false }: Props) {
  const { userName, domainName } = useSession()
  return (
    <Menu position="top-start" width={224}>
      <Menu.Target>
        <button type="button" className={compactOnRail ? `${classes.user} ${classes.compact}` : classes.user}>
          <span className={classes.avatar} aria-hidden="true">
            {initials(userName)}
          </span>
          <span className={classes.names}>
            <span className={classes.name}>{userName}</span>
            <span className={classes.domain}>{domainName}</span>
          </span>
          <Icon name="chevrons-up-down" className={classes.chevrons} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <ThemeItems />
        <Menu.Divider />
        <SignOutItem />
      </Menu.Dropdown>
    </Menu>
  )
}

/** "platform-team" is PT, "demo" is DE. */
function initials(name: string): string {
  const [first = '', second = ''] = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return (second ? `${first.slice(0, 1)}${second.slice(0, 1)}` : first.slice(0, 2)).toUpperCase()
}
