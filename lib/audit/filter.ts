/** The filters of the activity page as its address spells them, the same for the list and for the CSV file. */
import { isDay, isTimeZone, nextDay, startOfDay } from '../format/day.ts'
import type { Result } from '../result.ts'
import { AUDIT_ACTIONS, AUDIT_RESULTS, type AuditResult } from './actions.ts'

/**
 * Empty: not filtered by. `object` is the id of what was changed, or several with commas between them. `zone` says where the days begin; without it they are
 * UTC's.
 */
export type ActivityFilter = {
  who: string
  what: string
  result: string
  from: string
  to: string
  object: string
  zone: string
}

export const NO_FILTER: ActivityFilter = {
  who: '',
  what: '',
  result: '',
  from: '',
  to: '',
  object: '',
  zone: '',
}
const NAMES = [
  'who',
  'what',
  'result',
  'from',
  'to',
  'object',
  'zone',
] as const satisfies (keyof ActivityFilter)[]

const TEXT_MAX = 255

/** Of a page's or a route's address; whatever else stands in it is left aside. */
export function filterFrom(read: (name: string) => string | null | undefined): ActivityFilter {
  const filter = { ...NO_FILTER }
  for (const name of NAMES) filter[name] = (read(name) ?? '').slice(0, TEXT_MAX)
  return filter
}

/** What is set, for an address; empty when nothing is. */
export function filterQuery(filter: ActivityFilter): string {
  const set = NAMES.filter((name) => filter[name] !== '' && (name !== 'zone' || filter.from || filter.to))
  return new URLSearchParams(set.map((name) => [name, filter[name]])).toString()
}

export const isFiltered = (filter: ActivityFilter): boolean => filterQuery(filter) !== ''

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
