'use client'

import { useMemo, useRef, useState } from 'react'
import controls from '@/components/form/control.module.css'
import { formatCount } from '@/lib/images/count-words'
import { type Facet, ONE_OF, shownValues, withChosen } from '@/lib/images/filters'
import classes from './FacetValues.module.css'
import { facetValues } from './facet-values'
import { FACET_WORDS, valueWords } from './facet-words'
import type { FilterSource } from './filter-source'
import { TickLine } from './TickLine'

/** More values than one reads at a glance are searched. */
const SEARCHED_FROM = 9
/** And more than these are not drawn. */
const SHOWN = 100

type Props = { facet: Facet; source: FilterSource }

/** The values that occur, each with what it would leave. A press takes effect at once. */
export function FacetValues({ facet, source }: Props) {
  const { filters, change } = source
  const [typed, setTyped] = useState('')
  const isStep = useRef(true)
  const values = useMemo(() => facetValues(facet, source), [facet, source])
  /** What is ticked shows at once; the address, and the list with it, follow a moment later. */
  const [chosen, setChosen] = useState<readonly string[]>(() => shownValues(filters, facet))
  const wanted = typed.trim().toLowerCase()
  const found = values.filter(({ value }) => valueWords(facet, value).toLowerCase().includes(wanted))
  const isOneOf = ONE_OF.has(facet)

  const toggle = (value: string, isChosen: boolean) => {
    const others = isOneOf ? [] : chosen.filter((each) => each !== value)
    // One goes back to before the panel, not through every press in it.
    const next = withChosen(filters, facet, isChosen ? [...others, value] : others)
    setChosen(shownValues(next, facet))
    change(next, { isStep: isStep.current })
    isStep.current = false
  }

  return (
    <>
      {values.length >= SEARCHED_FROM ? (
        <div className={classes.search}>
          <input
            type="search"
            className={controls.control}
            aria-label={`Search ${FACET_WORDS[facet].toLowerCase()}`}
            placeholder="Search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
      ) : null}
      {found.length === 0 ? <p className={classes.note}>Nothing to choose from.</p> : null}
      <ul className={classes.list}>
        {found.slice(0, SHOWN).map(({ value, count }) => (
          <li key={value}>
            <TickLine
              words={valueWords(facet, value)}
              count={count}
              isChosen={chosen.includes(value)}
              group={isOneOf ? facet : undefined}
              onChoose={(isChosen) => toggle(value, isChosen)}
            />
          </li>
        ))}
      </ul>
      {found.length > SHOWN ? (
        <p className={classes.note}>{formatCount(found.length - SHOWN)} more. Search for them.</p>
      ) : null}
    </>
  )
}
