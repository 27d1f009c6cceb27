'use client'

import dynamic from 'next/dynamic'
import { Suspense, useRef, useState } from 'react'
import { Icon } from '@/components/elements/Icon'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { placeBeside } from '@/components/elements/place-beside'
import { useSession } from './SessionContext'
import classes from './UserMenu.module.css'

/** Loaded when first opened: a visit changes the theme seldom, and signs out once. */
const UserPanel = dynamic(() =>
  import('./UserPanel').then(({ UserPanel }) => UserPanel).catch(() => NotLoaded),
)

type Props = { compactOnRail?: boolean }

export function UserMenu({ compactOnRail = false }: Props) {
  const { userName, domainName } = useSession()
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const place = () => {
    if (panel.current && button.current) placeBeside(panel.current, button.current, 'above')
  }
  const id = compactOnRail ? 'user-menu' : 'user-menu-in-drawer'
  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        className={compactOnRail ? `${classes.user} ${classes.compact}` : classes.user}
      >
        <span className={classes.avatar} aria-hidden="true">
          {initials(userName)}
        </span>
        <span className={classes.names}>
          <span className={classes.name}>{userName}</span>
          <span className={classes.domain}>{domainName}</span>
        </span>
        <Icon name="chevrons-up-down" className={classes.chevrons} />
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        className={classes.panel}
        onToggle={({ newState }) => {
          setIsOpen(newState === 'open')
          if (newState === 'open') place()
        }}
      >
        <Suspense>{isOpen ? <UserPanel name={id} onShown={place} /> : null}</Suspense>
      </div>
    </>
  )
}

/** "platform-team" is PT, "demo" is DE. */
function initials(name: string): string {
  const [first = '', second = ''] = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  return (second ? `${first.slice(0, 1)}${second.slice(0, 1)}` : first.slice(0, 2)).toUpperCase()
}
