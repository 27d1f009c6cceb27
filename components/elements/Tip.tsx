'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { placeBeside, type Side } from './place-beside'
import classes from './Tip.module.css'

const OPEN_AFTER_MS = 120

type Props = {
  text: string
  side?: Side
  /** For the anchor's aria-describedby; leave it off where the words are the anchor's own name already. */
  id?: string
  /** One element, which may have focus. */
  children: ReactNode
  className?: string | undefined
}

/** Words that show on hover and on focus, stay while the pointer is on them, and go with Escape. */
export function Tip({ text, side = 'above', id, children, className }: Props) {
  const anchor = useRef<HTMLSpanElement>(null)
  const box = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    // The browser's timer, which would otherwise outlive the page.
    return () => clearTimeout(timer.current)
  }, [])

  function open() {
    const target = anchor.current?.firstElementChild
    if (!box.current || !(target instanceof HTMLElement)) return
    box.current.showPopover()
    placeBeside(box.current, target, side)
  }

  function openSoon() {
    clearTimeout(timer.current)
    timer.current = setTimeout(open, OPEN_AFTER_MS)
  }

  function close() {
    clearTimeout(timer.current)
    box.current?.hidePopover()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what the element inside receives
    <span
      ref={anchor}
      className={className ? `${classes.anchor} ${className}` : classes.anchor}
      onMouseEnter={openSoon}
      onMouseLeave={close}
      // Not at once: focus may come while another popover is being shown, which forbids it.
      onFocus={openSoon}
      onBlur={close}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      {children}
      <span ref={box} id={id} role="tooltip" popover="manual" className={classes.tip}>
        {text}
      </span>
    </span>
  )
}
