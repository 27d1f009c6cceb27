/** Which images of a list fit its filters, and what each value of a facet would leave. */
import { AGES, type Age, FACETS, type Facet, type ImageFilters, readSize, SIZES } from './filters.ts'
import type { ListedImage } from './listed.ts'

const DAY_MS = 86_400_000
const AGE_MS: Record<Age, { from: number; to: number }> = {
  '24h': { from: Number.NEGATIVE_INFINITY, to: DAY_MS },
  '7d': { from: Number.NEGATIVE_INFINITY, to: 7 * DAY_MS },
  '30d': { from: Number.NEGATIVE_INFINITY, to: 30 * DAY_MS },
  '90d': { from: Number.NEGATIVE_INFINITY, to: 90 * DAY_MS },
  'over-90d': { from: 90 * DAY_MS, to: Number.POSITIVE_INFINITY },
  'over-1y': { from: 365 * DAY_MS, to: Number.POSITIVE_INFINITY },
}

const some = (value: string | null): readonly string[] => (value === null ? [] : [value])
const yesNo = (value: boolean): readonly string[] => (value ? ['yes'] : ['no'])

/** The values of a facet that an image has. Spans of size are the usual ones; a person may have typed another. */
const VALUES: Record<Facet, (row: ListedImage, now: number) => readonly string[]> = {
  owner: ({ scope }) => [scope],
  status: ({ image }) => [image.state],
  kind: ({ image }) => [image.kind],
  system: ({ image }) => some(image.platform ?? image.osType),
  tag: ({ image }) => image.tags,
  arch: ({ image }) => some(image.architecture),
  boot: ({ image }) => [image.bootMode ?? 'none'],
  size: (row) => SIZES.filter((span) => isOfSize(row, span)),
  age: (row, now) => AGES.filter((age) => isOfAge(row, age, now)),
  format: ({ image }) => some(image.diskFormat),
  encrypted: ({ image }) => yesNo(image.isEncrypted),
  protected: ({ image }) => (image.isProtected === null ? [] : yesNo(image.isProtected)),
}

function isOfSize({ image: { sizeBytes } }: ListedImage, span: string): boolean {
  const size = readSize(span)
  return size !== null && sizeBytes !== null && sizeBytes >= size.from && sizeBytes < size.below
}

function isOfAge({ image: { createdAt } }: ListedImage, age: Age, now: number): boolean {
  if (createdAt === null) return false
  const { from, to } = AGE_MS[age]
  return now - createdAt > from && now - createdAt <= to
}

type Test = (row: ListedImage) => boolean

function testOf(facet: Facet, chosen: readonly string[], now: number): Test {
  if (facet === 'size') return (row) => chosen.some((span) => isOfSize(row, span))
  const valuesOf = VALUES[facet]
  if (facet === 'tag') return (row) => chosen.every((tag) => row.image.tags.includes(tag))
  return (row) => valuesOf(row, now).some((value) => chosen.includes(value))
}

/**
 * @param now epoch milliseconds, for ages
 * @param but a facet that is not asked about
 */
export function matcher({ text, chosen }: ImageFilters, now: number, but?: Facet): Test {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const tests: Test[] = words.length > 0 ? [(row) => words.every((word) => row.text.includes(word))] : []
  for (const facet of FACETS) {
    const values = chosen[facet]
    if (values && facet !== but) tests.push(testOf(facet, values, now))
  }
  return (row) => tests.every((test) => test(row))
}

export type ValueCount = {
  value: string
  /** Images that are left with it: of tags and with those chosen already, of the rest instead of them. */
  count: number
}

/** Every value that occurs among what the other filters leave, and those that are chosen. */
export function countValues(
  rows: readonly ListedImage[],
  filters: ImageFilters,
  facet: Facet,
  now: number,
): ValueCount[] {
  const counts = new Map<string, number>((filters.chosen[facet] ?? []).map((value) => [value, 0]))
  const fits = matcher(filters, now, facet === 'tag' ? undefined : facet)
  const valuesOf = VALUES[facet]
  const typed = facet === 'size' ? [...counts.keys()].filter((span) => !isUsualSize(span)) : []
  for (const row of rows) {
    if (!fits(row)) continue
    for (const value of valuesOf(row, now)) counts.set(value, (counts.get(value) ?? 0) + 1)
    for (const span of typed) if (isOfSize(row, span)) counts.set(span, (counts.get(span) ?? 0) + 1)
  }
  return [...counts].map(([value, count]) => ({ value, count }))
}

const isUsualSize = (span: string) => SIZES.some((usual) => usual === span)

/** Facets by which some of the images could be told from the others. */
export function usefulFacets(rows: readonly ListedImage[], now: number): ReadonlySet<Facet> {
  return new Set(
    FACETS.filter((facet) => {
      const valuesOf = VALUES[facet]
      const first = rows[0] && valuesOf(rows[0], now).join('\n')
      return rows.some((row) => valuesOf(row, now).join('\n') !== first)
    }),
  )
}
