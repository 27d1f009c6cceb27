'use client'

import { type RefObject, useState } from 'react'
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
  return (
    <Popover anchor={anchor} label={facet ? FACET_WORDS[facet] : 'Add filter'} onClose={onClose}>
      {facet ? (
        <FacetValues key={facet} facet={facet} source={source} />
      ) : (
        <FacetList facets={facets} onChoose={setFacet} />
      )}
    </Popover>
  )
}
