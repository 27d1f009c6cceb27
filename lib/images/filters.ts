/** What the list of images is narrowed down to and sorted by, as it stands in the page's address. */
import * as z from 'zod/mini'
import { IMAGE_SCOPES, type ImageScope } from '../cloud/images/scopes.ts'
import { FIRMWARE_TYPES } from '../cloud/rules.ts'
import { IMAGE_KINDS, IMAGE_STATES } from './view.ts'

export const FACETS = [
  'owner',
  'status',
  'system',
  'tag',
  'kind',
  'arch',
  'boot',
  'size',
  'age',
  'format',
  'encrypted',
  'protected',
] as const
export type Facet = (typeof FACETS)[number]

export type ImageFilters = {
  /** Part of a name, an id or a tag; empty for all. */
  text: string
  /** Values of a facet: one of them has to fit, of tags each. Facets without any are not there. */
  chosen: { readonly [F in Facet]?: readonly string[] }
}

export const NO_FILTERS: ImageFilters = { text: '', chosen: {} }

/** Longer than any name or tag that people look for. */
export const SEARCH_TEXT_MAX = 200
/** More than anybody chooses; an address that asks for more is not one of ours. */
const VALUES_MAX = 50

/** What other projects share to this one, whatever it said to that. */
export const SHARED_SCOPES = ['pending', 'accepted', 'rejected'] as const satisfies readonly ImageScope[]
const SHARED = 'shared'
/** Where nothing else is asked for: what one has, and what waits for an answer. */
const USUAL_SCOPES: readonly ImageScope[] = ['own', 'pending', 'accepted']

/** Under one GiB, then in steps; the first counts in, the last does not. */
export const SIZES = ['0-1', '1-10', '10-40', '40-'] as const
/** Of images younger than this, or older. */
export const AGES = ['24h', '7d', '30d', '90d', 'over-90d', 'over-1y'] as const
export type Age = (typeof AGES)[number]

const FREE = z.string().check(z.minLength(1), z.maxLength(SEARCH_TEXT_MAX))
const YES_NO = z.enum(['yes', 'no'])
const VALUES: Record<Facet, z.ZodMiniType<string>> = {
  owner: z.enum(IMAGE_SCOPES),
  status: z.enum(IMAGE_STATES),
  kind: z.enum(IMAGE_KINDS),
  system: FREE,
  tag: FREE,
  format: FREE,
  arch: FREE,
  boot: z.enum([...FIRMWARE_TYPES, 'none']),
  size: z.string().check(z.refine((text) => readSize(text) !== null)),
  age: z.enum(AGES),
  encrypted: YES_NO,
  protected: YES_NO,
}

/** Facets of which a second value takes the place of the first. */
export const ONE_OF: ReadonlySet<Facet> = new Set<Facet>(['age', 'encrypted', 'protected'])

const GIB = 2 ** 30

/** Bytes of a span of GiB, `1-10`, `2.5-7` or, left open, `40-`; null where it is none. */
export function readSize(text: string): { from: number; below: number } | null {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)-(\d{1,6}(?:\.\d{1,3})?)?$/.exec(text)
  if (!match) return null
  const from = Number(match[1]) * GIB
  const below = match[2] === undefined ? Number.POSITIVE_INFINITY : Number(match[2]) * GIB
  return from < below ? { from, below } : null
}

/** Reads an address that people edit: what cannot be read is left out. */
export function readFilters(parameters: URLSearchParams): ImageFilters {
  const text = (parameters.get('q') ?? '').trim()
  const chosen: Partial<Record<Facet, readonly string[]>> = {}
  for (const facet of FACETS) {
    const values = choice(facet, parameters.getAll(facet))
    if (values.length > 0) chosen[facet] = values
  }
  return { text: text.length <= SEARCH_TEXT_MAX ? text : '', chosen }
}

/** The same filters with other values of one facet, in the one form that an address gives them. */
export function withChosen(filters: ImageFilters, facet: Facet, values: readonly string[]): ImageFilters {
  const { [facet]: _before, ...others } = filters.chosen
  const next = choice(facet, values)
  return { ...filters, chosen: next.length > 0 ? { ...others, [facet]: next } : others }
}

function choice(facet: Facet, texts: readonly string[]): readonly string[] {
  const spelled =
    facet === 'owner' ? texts.flatMap((text) => (text === SHARED ? SHARED_SCOPES : text)) : texts
  const readable = spelled.filter((text) => z.safeParse(VALUES[facet], text).success)
  const values = [...new Set(readable)].sort().slice(0, VALUES_MAX)
  if (facet === 'owner') return isUsual(values) ? [] : values
  return ONE_OF.has(facet) ? values.filter((value) => value === readable.at(-1)) : values
}

const isUsual = (scopes: readonly string[]) =>
  scopes.length === USUAL_SCOPES.length && USUAL_SCOPES.every((scope) => scopes.includes(scope))

/** The scopes that have to be read for these filters, one's own first. */
export function scopesOf({ chosen: { owner } }: ImageFilters): readonly ImageScope[] {
  return owner ? IMAGE_SCOPES.filter((scope) => owner.includes(scope)) : USUAL_SCOPES
}

/** The values of a facet whose images are shown: those that are chosen, and whose images a list usually holds. */
export function shownValues(filters: ImageFilters, facet: Facet): readonly string[] {
  return facet === 'owner' ? scopesOf(filters) : (filters.chosen[facet] ?? [])
}

/** The address's part after `?`, without the sorting: empty without filters, and always the same for the same ones. */
export function filtersQuery({ text, chosen }: ImageFilters): string {
  const parameters = new URLSearchParams(text ? { q: text } : {})
  for (const facet of FACETS)
    for (const value of spelledValues(facet, chosen[facet] ?? [])) parameters.append(facet, value)
  return parameters.toString()
}

function spelledValues(facet: Facet, values: readonly string[]): readonly string[] {
  if (facet !== 'owner' || !SHARED_SCOPES.every((scope) => values.includes(scope))) return values
  return [...values.filter((value) => !SHARED_SCOPES.some((scope) => scope === value)), SHARED].sort()
}

export const isFiltered = (filters: ImageFilters): boolean => filtersQuery(filters) !== ''
