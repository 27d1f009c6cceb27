'use client'

import type { ReactNode } from 'react'
import { FilterChip } from '@/components/elements/FilterChip'
import { ReadAgain } from '@/components/elements/ReadAgain'
import { SearchField } from '@/components/elements/SearchField'
import { type JobFilters, NO_FILTERS, NOT_ENDED, SEARCH_TEXT_MAX, type StateFilter } from '@/lib/jobs/filters'
import { DateChip } from './DateChip'
import classes from './JobFilterBar.module.css'

type Props = {
  filters: JobFilters
  /** How many imports of the project have not ended. */
  open: number
  onChange: (next: JobFilters, change?: { isStep: boolean }) => void
  /** What waits to be shown. */
  end: ReactNode
  onReadAgain: () => Promise<unknown>
}

export function JobFilterBar({ filters, open, onChange, end, onReadAgain }: Props) {
  const { state, mine } = filters
  const toggle = (wanted: StateFilter) => onChange({ ...filters, state: state === wanted ? null : wanted })
  return (
    <div className={classes.bar}>
      <div className={classes.search}>
        <SearchField
          label="Image name or id"
          text={filters.text}
          maxLength={SEARCH_TEXT_MAX}
          onSearch={(text) => onChange({ ...filters, text }, { isStep: false })}
        />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would want a legend in the bar */}
      <div role="group" aria-label="Filters" className={classes.chips}>
        <FilterChip
          label={open > 0 ? `Running ${open}` : 'Running'}
          isOn={state === NOT_ENDED}
          onToggle={() => toggle(NOT_ENDED)}
        />
        <FilterChip label="Failed" isOn={state === 'failed'} onToggle={() => toggle('failed')} />
        {state !== null && state !== NOT_ENDED && state !== 'failed' ? (
          <FilterChip
            label={`${state.charAt(0).toUpperCase()}${state.slice(1)}`}
            isOn
            onToggle={() => toggle(state)}
          />
        ) : null}
        <FilterChip label="Mine" isOn={mine} onToggle={() => onChange({ ...filters, mine: !mine })} />
        <DateChip
          days={{ from: filters.from, to: filters.to, zone: filters.zone }}
          onChange={(days) =>
            onChange({ ...filters, ...(days.from || days.to ? days : { ...days, zone: NO_FILTERS.zone }) })
          }
        />
      </div>
      {end ? <div className={classes.end}>{end}</div> : null}
      <div className={classes.again}>
        <ReadAgain onReadAgain={onReadAgain} />
      </div>
    </div>
  )
}
