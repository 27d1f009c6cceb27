'use client'

import { Button, NativeSelect } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useOptimistic, useTransition } from 'react'
import { useTimeZone } from '@/components/elements/clock'
import { AUDIT_ACTIONS } from '@/lib/audit/actions'
import { type ActivityFilter, filterQuery, isFiltered, NO_FILTER } from '@/lib/audit/filter'
import type { FilterProblem } from '@/lib/audit/read-filter'
import { AUDIT_RESULT_WORDS, AUDIT_RESULTS } from '@/lib/audit/results'
import { paths } from '@/lib/navigation'
import classes from './ActivityFilters.module.css'
import { DayField } from './DayField'

type Props = {
  filter: ActivityFilter
  /** Who is to be found in the record. */
  users: readonly string[]
  problem: FilterProblem | null
}

const ACTIONS = AUDIT_ACTIONS.map(({ action, title }) => ({ value: action, label: title }))
const RESULTS = AUDIT_RESULTS.map((result) => ({ value: result, label: AUDIT_RESULT_WORDS[result] }))

/** The filters stand in the address, so that the list can be sent to a colleague as it is seen. */
export function ActivityFilters({ filter, users, problem }: Props) {
  const router = useRouter()
  const timeZone = useTimeZone()
  const [, startReading] = useTransition()
  const [shown, show] = useOptimistic(filter)

  const change = (part: Partial<ActivityFilter>) => {
    const next = { ...shown, ...part, zone: timeZone }
    startReading(() => {
      show(next)
      router.replace(paths.activity(filterQuery(next)), { scroll: false })
    })
  }
  const wrong = (field: keyof ActivityFilter) => (problem?.field === field ? problem.message : null)

  return (
    <search className={classes.filters} aria-label="Filter the activity">
      <NativeSelect
        label="Who"
        value={shown.who}
        data={[{ value: '', label: 'Everyone' }, ...withShown(users, shown.who)]}
        onChange={({ currentTarget }) => change({ who: currentTarget.value })}
      />
      <NativeSelect
        label="What"
        value={shown.what}
        error={wrong('what')}
        data={[{ value: '', label: 'Everything' }, ...ACTIONS]}
        onChange={({ currentTarget }) => change({ what: currentTarget.value })}
      />
      <NativeSelect
        label="Result"
        value={shown.result}
        error={wrong('result')}
        data={[{ value: '', label: 'Any' }, ...RESULTS]}
        onChange={({ currentTarget }) => change({ result: currentTarget.value })}
      />
      <DayField label="From" day={shown.from} problem={wrong('from')} onChange={(from) => change({ from })} />
      <DayField label="To" day={shown.to} problem={wrong('to')} onChange={(to) => change({ to })} />
      {isFiltered(shown) ? (
        <Button variant="subtle" className={classes.clear ?? ''} onClick={() => change(NO_FILTER)}>
          Clear filters
        </Button>
      ) : null}
    </search>
  )
}

/** A name in the address may be of somebody whose lines are gone: the field still says it. */
function withShown(users: readonly string[], who: string): readonly string[] {
  return who === '' || users.includes(who) ? users : [who, ...users]
}
