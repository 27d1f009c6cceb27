'use client'

import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react'
import classes from './PopMenu.module.css'
import { placeBeside } from './place-beside'

type Props = {
  anchor: RefObject<HTMLElement | null>
  label: string
  onClose: () => void
  /** Links and buttons with role=menuitem, tabIndex -1 and the class `menuItem`. */
  children: ReactNode
}

export const menuItem = classes.item

/** A menu beside its button. Arrows move, Escape closes. */
export function PopMenu({ anchor, label, onClose, children }: Props) {
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
      {children}
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
