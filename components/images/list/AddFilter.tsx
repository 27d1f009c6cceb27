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

/** Facets that have no chip of their own. */
export function AddFilter({ facets, source }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`${classes.chip} ${classes.asks}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        {...useToggle(isOpen, setOpen)}
      >
        <Icon name="filter" size={14} />
        Add filter
      </button>
      {isOpen ? (
        <FacetPanel facets={facets} anchor={button} source={source} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
