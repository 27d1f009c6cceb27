'use client'

import { useMemo } from 'react'
import { SearchField } from '@/components/elements/SearchField'
import { FACETS, type Facet, SEARCH_TEXT_MAX } from '@/lib/images/filters'
import { usefulFacets } from '@/lib/images/matching'
import type { Sort } from '@/lib/images/sorting'
import { AddFilter } from './AddFilter'
import { FacetFilter } from './FacetFilter'
import type { FilterSource } from './filter-source'
import classes from './ImageFilterBar.module.css'
import { SortSelect } from './SortSelect'

/** Asked for most, and so always at hand. */
const AT_HAND: readonly Facet[] = ['owner', 'status', 'system', 'tag']

type Props = { source: FilterSource; sort: Sort; onSort: (sort: Sort) => void }

export function ImageFilterBar({ source, sort, onSort }: Props) {
  const { filters, change, rows, now } = source
  const useful = useMemo(() => usefulFacets(rows, now), [rows, now])
  const chips = FACETS.filter((facet) => filters.chosen[facet] || AT_HAND.includes(facet))
  const others = FACETS.filter((facet) => !chips.includes(facet) && useful.has(facet))
  return (
    <div className={classes.bar}>
      <SearchField
        label="Name, id or tag"
        text={filters.text}
        maxLength={SEARCH_TEXT_MAX}
        onSearch={(text) => change({ ...filters, text }, { isStep: false })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend in the bar */}
      <div role="group" aria-label="Filters" className={classes.chips}>
        {chips.map((facet) => (
          <FacetFilter key={facet} facet={facet} source={source} />
        ))}
        <AddFilter facets={others} source={source} />
        <SortSelect sort={sort} onSort={onSort} />
      </div>
    </div>
  )
}
