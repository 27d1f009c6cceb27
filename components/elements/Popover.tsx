'use client'

import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import classes from './Popover.module.css'
import { placeBeside } from './place-beside'

type Props = {
  anchor: RefObject<HTMLElement | null>
  label: string
  onClose: () => void
  /** What has `data-autofocus` has focus first, else the first field or button. */
  children: ReactNode
}

/** A panel beside its button, which Escape and a press elsewhere close. */
export function Popover({ anchor, label, onClose, children }: Props) {
  const panel = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // The browser's top layer.
    const element = panel.current
    if (!element || !anchor.current) return
    element.showPopover()
    placeBeside(element, anchor.current, 'below')
    const first = element.querySelector<HTMLElement>('[data-autofocus]')
    const target = first ?? element.querySelector<HTMLElement>('input, button')
    target?.focus({ preventScroll: true })
  }, [anchor])

  return (
    <div
      ref={panel}
      popover="auto"
      role="dialog"
      aria-label={label}
      className={classes.panel}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
    >
      {children}
    </div>
  )
}
