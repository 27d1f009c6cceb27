'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { Popover } from '@/components/elements/Popover'
import type { Facet } from '@/lib/images/filters'
import { FacetList } from './FacetList'
import { FacetValues } from './FacetValues'
import { FACET_WORDS } from './facet-words'
import type { FilterSource } from './filter-source'

type Props = {
  /** Several are chosen from first. */
  facets: readonly Facet[]
  anchor: RefObject<HTMLElement | null>
  source: FilterSource
  onClose: () => void
}

export function FacetPanel({ facets, anchor, source, onClose }: Props) {
  const [only] = facets
  const [facet, setFacet] = useState<Facet | null>(facets.length === 1 && only ? only : null)
  const [isAsked] = useState(facet === null)
  const values = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // The document's focus: the button that chose the facet is gone with the others.
    if (isAsked && facet) values.current?.querySelector('input')?.focus({ preventScroll: true })
  }, [isAsked, facet])
  return (
    <Popover anchor={anchor} label={facet ? FACET_WORDS[facet] : 'Add filter'} onClose={onClose}>
      {facet ? (
        <div ref={values}>
          <FacetValues key={facet} facet={facet} source={source} />
        </div>
      ) : (
        <FacetList facets={facets} onChoose={setFacet} />
      )}
    </Popover>
  )
}
