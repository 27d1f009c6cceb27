'use client'

import type { Facet } from '@/lib/images/filters'
import classes from './FacetValues.module.css'
import { FACET_WORDS } from './facet-words'

type Props = { facets: readonly Facet[]; onChoose: (facet: Facet) => void }

export function FacetList({ facets, onChoose }: Props) {
  return (
    <ul className={classes.list}>
      {facets.map((facet) => (
        <li key={facet}>
          <button type="button" className={classes.facet} onClick={() => onChoose(facet)}>
            {FACET_WORDS[facet]}
          </button>
        </li>
      ))}
    </ul>
  )
}
