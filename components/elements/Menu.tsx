'use client'

import Link from 'next/link'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import classes from './Menu.module.css'
import { placeBeside } from './place-beside'

export type MenuEntry = {
  label: string
  /** Cannot be done; it stays in the list and says why. */
  why?: string | null
  isBad?: boolean
} & ({ href: string } | { onSelect: () => void; staysOpen?: boolean })

type Props = {
  label: string
  entries: readonly MenuEntry[]
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** A list of things to do. Arrows move, Escape closes and focus goes back to where it was. */
export function Menu({ label, entries, anchor, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // The browser's top layer, which does not scroll with the page.
    const element = menu.current
    if (!element || !anchor.current) return
    element.showPopover()
    placeBeside(element, anchor.current, 'below')
    items(element)[0]?.focus({ preventScroll: true })
    const close = () => element.hidePopover()
    window.addEventListener('scroll', close, { passive: true })
    return () => window.removeEventListener('scroll', close)
  }, [anchor])

  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={classes.menu}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
      onKeyDown={onKeyDown}
    >
      {entries.map((entry) => {
        const className = entry.isBad ? `${classes.item} ${classes.bad}` : classes.item
        if (entry.why)
          return (
            <button
              key={entry.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled="true"
              className={`${classes.item} ${classes.blocked}`}
            >
              {entry.label}
              <span className={classes.why}>{entry.why}</span>
            </button>
          )
        if ('href' in entry)
          return (
            <Link key={entry.label} role="menuitem" tabIndex={-1} href={entry.href} className={className}>
              {entry.label}
            </Link>
          )
        return (
          <button
            key={entry.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={className}
            onClick={() => {
              if (!entry.staysOpen) menu.current?.hidePopover()
              entry.onSelect()
            }}
          >
            {entry.label}
          </button>
        )
      })}
    </div>
  )
}

const items = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')]

function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
  const menu = event.currentTarget
  if (event.key === 'Tab') {
    menu.hidePopover()
    return
  }
  const all = items(menu)
  const at = all.findIndex((item) => item.matches(':focus'))
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
  if (next === undefined) return
  event.preventDefault()
  all.at(next % all.length)?.focus()
}
