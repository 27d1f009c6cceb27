import Link from 'next/link'
import type { RefObject } from 'react'
import classes from './Menu.module.css'
import { menuItem, PopMenu } from './PopMenu'

export type MenuEntry = {
  /** Where its label changes while it is open: it stays the same entry, and keeps focus. */
  id?: string
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

/** A list of things to do. */
export function Menu({ label, entries, anchor, onClose }: Props) {
  return (
    <PopMenu label={label} anchor={anchor} onClose={onClose}>
      {entries.map((entry) => {
        const className = entry.isBad ? `${menuItem} ${classes.bad}` : menuItem
        if (entry.why)
          return (
            <button
              key={entry.id ?? entry.label}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-disabled="true"
              className={`${menuItem} ${classes.blocked}`}
            >
              {entry.label}
              <span className={classes.why}>{entry.why}</span>
            </button>
          )
        if ('href' in entry)
          return (
            <Link
              key={entry.id ?? entry.label}
              role="menuitem"
              tabIndex={-1}
              href={entry.href}
              className={className}
            >
              {entry.label}
            </Link>
          )
        return (
          <button
            key={entry.id ?? entry.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={className}
            onClick={(event) => {
              // Focus goes back to where it was, before what is chosen may move it.
              if (!entry.staysOpen) event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
              entry.onSelect()
            }}
          >
            {entry.label}
          </button>
        )
      })}
    </PopMenu>
  )
}
