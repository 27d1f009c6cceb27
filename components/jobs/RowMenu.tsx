'use client'

import Link from 'next/link'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { placeBeside } from '@/components/elements/place-beside'
import { COPY_WORDS, useCopy } from '@/components/elements/useCopy'
import type { JobSummary } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import classes from './RowMenu.module.css'

type Props = {
  job: JobSummary
  anchor: RefObject<HTMLElement | null>
  onClose: () => void
}

/** What can be done with an import without opening it. Arrows move, Escape closes. */
export function RowMenu({ job, anchor, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  const { state, copy } = useCopy(`${window.location.origin}${paths.job(job.id)}`)
  const isImport = job.kind === 'system' || job.kind === 'data'

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
      aria-label={`Actions for ${job.imageName}`}
      className={classes.menu}
      onToggle={(event) => {
        if (event.newState === 'closed') onClose()
      }}
      onKeyDown={onKeyDown}
    >
      <Link role="menuitem" tabIndex={-1} href={paths.job(job.id)} className={classes.item}>
        Open
      </Link>
      <button type="button" role="menuitem" tabIndex={-1} className={classes.item} onClick={copy}>
        {state === 'idle' ? 'Copy link' : COPY_WORDS[state]}
      </button>
      {isImport ? (
        <Link role="menuitem" tabIndex={-1} href={paths.importAgain(job.id)} className={classes.item}>
          Import again
        </Link>
      ) : null}
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
