import { IMAGE_SCOPES } from '@/lib/cloud/images/scopes'
import { AGES, type Facet, SIZES, scopesOf } from '@/lib/images/filters'
import { naturalKey } from '@/lib/images/listed'
import { countValues } from '@/lib/images/matching'
import { IMAGE_KINDS, IMAGE_STATES } from '@/lib/images/view'
import type { FilterSource } from './filter-source'

export type OfferedValue = {
  value: string
  /** What it would leave; null where that is not known. */
  count: number | null
}

type Offered = Omit<FilterSource, 'change'>

/** The order of values that have one of their own. */
const ORDERS: Partial<Record<Facet, readonly string[]>> = {
  owner: IMAGE_SCOPES,
  status: IMAGE_STATES,
  kind: IMAGE_KINDS,
  size: SIZES,
  age: AGES,
  boot: ['bios', 'uefi', 'none'],
  encrypted: ['yes', 'no'],
  protected: ['yes', 'no'],
}

/** The values of a facet that a person may choose: those that occur and those that are chosen, in a lasting order. */
export function facetValues(facet: Facet, source: Offered): OfferedValue[] {
  if (facet === 'owner') return scopeValues(source)
  const { filters, rows, now } = source
  const scopes: ReadonlySet<string> = new Set(scopesOf(filters))
  const inScope = rows.filter(({ scope }) => scopes.has(scope))
  const occurring = countValues(inScope, { text: '', chosen: {} }, facet, now).map(({ value }) => value)
  const counts = new Map(countValues(inScope, filters, facet, now).map(({ value, count }) => [value, count]))
  const all = [...new Set([...occurring, ...counts.keys()])]
  return all.sort(inOrder(ORDERS[facet] ?? [])).map((value) => ({ value, count: counts.get(value) ?? 0 }))
}

/** Whose images there are is not known before they were read: all can be chosen, and a number stands where one is known. */
function scopeValues({ filters, rows, complete, now }: Offered): OfferedValue[] {
  const counts = new Map(countValues(rows, filters, 'owner', now).map(({ value, count }) => [value, count]))
  return IMAGE_SCOPES.map((scope) => ({
    value: scope,
    count: complete.has(scope) ? (counts.get(scope) ?? 0) : null,
  }))
}

const inOrder = (order: readonly string[]) => (one: string, other: string) => {
  const [a, b] = [order.indexOf(one), order.indexOf(other)]
  if (a >= 0 || b >= 0) return (a < 0 ? order.length : a) - (b < 0 ? order.length : b)
  return naturalKey(one) < naturalKey(other) ? -1 : 1
}
