'use client'

import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { NotLoaded } from '@/components/elements/NotLoaded'
import { type Facet, withChosen } from '@/lib/images/filters'
import { FacetChip } from './FacetChip'
import { chosenWords } from './facet-words'
import type { FilterSource } from './filter-source'

const FacetPanel = dynamic(
  () => import('./FacetPanel').then(({ FacetPanel }) => FacetPanel).catch(() => NotLoaded),
  { ssr: false },
)

type Props = { facet: Facet; source: FilterSource }

/** A facet's chip and, once it was pressed, its values. */
export function FacetFilter({ facet, source }: Props) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <FacetChip
        facet={facet}
        words={chosenWords(facet, source.filters)}
        isOpen={isOpen}
        setOpen={setOpen}
        button={button}
        onClear={() => source.change(withChosen(source.filters, facet, []))}
      />
      {isOpen ? (
        <FacetPanel facets={[facet]} anchor={button} source={source} onClose={() => setOpen(false)} />
      ) : null}
    </>
  )
}
