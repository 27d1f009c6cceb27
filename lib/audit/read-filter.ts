/** What a filter of the activity page asks the store for. */
import { isDay, isTimeZone, nextDay, startOfDay } from '../format/day.ts'
import type { Result } from '../result.ts'
import { AUDIT_ACTIONS } from './actions.ts'
import type { ActivityFilter } from './filter.ts'
import { AUDIT_RESULTS, type AuditResult } from './results.ts'

export type FilterProblem = { field: keyof ActivityFilter; message: string }

/** What is to be looked for. `since` and `before` are epoch milliseconds. */
export type ReadFilter = {
  userName?: string
  action?: string
  result?: AuditResult
  /** Any of these was changed. */
  objectIds?: string[]
  since?: number
  before?: number
}

export function readFilter(filter: ActivityFilter): Result<ReadFilter, FilterProblem> {
  const wrong = (field: FilterProblem['field'], message: string) =>
    ({ ok: false, error: { field, message } }) as const
  const { who, what, from, to } = filter
  const result = AUDIT_RESULTS.find((known) => known === filter.result)
  if (filter.result !== '' && !result) return wrong('result', 'Choose a result from the list.')
  if (what !== '' && !AUDIT_ACTIONS.some(({ action }) => action === what))
    return wrong('what', 'Choose what was done from the list.')
  const zone = filter.zone || 'UTC'
  if (!isTimeZone(zone)) return wrong('from', 'Choose the day again. Its time zone is not known here.')
  if (from !== '' && !isDay(from)) return wrong('from', 'Enter a day, such as 2026-11-25.')
  if (to !== '' && !isDay(to)) return wrong('to', 'Enter a day, such as 2026-11-25.')
  const since = from === '' ? undefined : startOfDay(from, zone)
  const before = to === '' ? undefined : startOfDay(nextDay(to), zone)
  if (since !== undefined && before !== undefined && before <= since)
    return wrong('to', `Enter ${from} or a later day.`)
  return {
    ok: true,
    value: {
      ...(who === '' ? {} : { userName: who }),
      ...(what === '' ? {} : { action: what }),
      ...(result ? { result } : {}),
      ...(filter.object === '' ? {} : { objectIds: filter.object.split(',') }),
      ...(since === undefined ? {} : { since }),
      ...(before === undefined ? {} : { before }),
    },
  }
}
