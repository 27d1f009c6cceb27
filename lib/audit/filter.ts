/** The filters of the activity page as its address spells them, the same for the list and for the CSV file. */

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
