'use client'

import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import classes from '@/components/elements/FilterChip.module.css'
import { Icon } from '@/components/elements/Icon'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { useToggle } from '@/components/elements/useToggle'
import type { Facet } from '@/lib/images/filters'
import type { FilterSource } from './filter-source'

const FacetPanel = dynamic(
  () => import('./FacetPanel').then(({ FacetPanel }) => FacetPanel).catch(() => NotLoaded),
  { ssr: false },
)

type Props = { facets: readonly Facet[]; source: FilterSource }

/** Facets that have no chip of their own. It stays while one chooses from the last of them, which has one by then. */
export function AddFilter({ facets, source }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  const toggle = useToggle(isOpen, setOpen)
  const close = () => {
    setOpen(false)
    // Its button is about to go, and would take the focus with it.
    if (facets.length === 0 && document.activeElement === button.current)
      button.current?.previousElementSibling?.querySelector('button')?.focus()
  }
  if (facets.length === 0 && !isOpen) return null
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`${classes.chip} ${classes.asks}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        {...toggle}
      >
        <Icon name="filter" size={14} />
        Add filter
      </button>
      {isOpen ? <FacetPanel facets={facets} anchor={button} source={source} onClose={close} /> : null}
    </>
  )
}
