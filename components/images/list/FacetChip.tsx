'use client'

import type { RefObject } from 'react'
import classes from '@/components/elements/FilterChip.module.css'
import { Icon } from '@/components/elements/Icon'
import { useToggle } from '@/components/elements/useToggle'
import type { Facet } from '@/lib/images/filters'
import { FACET_WORDS } from './facet-words'

type Props = {
  facet: Facet
  /** What is chosen; null while nothing is. */
  words: string | null
  isOpen: boolean
  setOpen: (isOpen: boolean) => void
  button: RefObject<HTMLButtonElement | null>
  onClear: () => void
}

/** Opens the values of a facet; beside those that are chosen the cross takes them away. */
export function FacetChip({ facet, words, isOpen, setOpen, button, onClear }: Props) {
  const name = FACET_WORDS[facet]
  return (
    <span className={classes.pair}>
      <button
        ref={button}
        type="button"
        className={`${classes.chip} ${words ? classes.on : classes.asks}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        {...useToggle(isOpen, setOpen)}
      >
        {words ? null : <Icon name="plus" size={14} />}
        {words ?? name}
      </button>
      {words ? (
        <button
          type="button"
          className={`${classes.chip} ${classes.on}`}
          aria-label={`Clear ${name.toLowerCase()}`}
          onClick={() => {
            onClear()
            button.current?.focus()
          }}
        >
          <Icon name="close" size={14} />
        </button>
      ) : null}
    </span>
  )
}
