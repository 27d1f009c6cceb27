/** What a list of images is sorted by, as it stands in the page's address, and the sorting. */
import * as z from 'zod/mini'
import { IMAGE_SCOPES } from '../cloud/images/scopes.ts'
import type { ListedImage } from './listed.ts'
import { IMAGE_KINDS, IMAGE_STATES } from './view.ts'

/** What a row is sorted by; null stands last, whichever way it goes. */
const KEYS = {
  name: ({ nameKey }) => nameKey || null,
  status: ({ image }) => IMAGE_STATES.indexOf(image.state),
  kind: ({ image }) => IMAGE_KINDS.indexOf(image.kind),
  system: ({ systemKey }) => systemKey || null,
  arch: ({ image }) => image.architecture,
  disk: ({ image }) => image.minDiskGb,
  ram: ({ image }) => image.minRamMb,
  size: ({ image }) => image.sizeBytes,
  boot: ({ image }) => image.bootMode,
  format: ({ image }) => image.diskFormat,
  owner: ({ scope }) => IMAGE_SCOPES.indexOf(scope),
  encrypted: ({ image }) => (image.isEncrypted ? 0 : 1),
  protected: ({ image }) => (image.isProtected === null ? null : image.isProtected ? 0 : 1),
  created: ({ image }) => image.createdAt,
  changed: ({ image }) => image.updatedAt,
} as const satisfies Record<string, (row: ListedImage) => string | number | null>

export const SORT_KEYS = ['name', ...Object.keys(KEYS).filter((key) => key !== 'name')] as [
  'name',
  ...SortKey[],
]
export type SortKey = keyof typeof KEYS
export type Sort = { by: SortKey; isDescending: boolean }

/** The newest first, as IMS gives them. */
export const USUAL_SORT: Sort = { by: 'created', isDescending: true }

/** Of which the large or the late end is looked for first. */
const FROM_THE_TOP: ReadonlySet<SortKey> = new Set<SortKey>(['size', 'disk', 'ram', 'created', 'changed'])

const key = z.enum(SORT_KEYS)

/** `name`, `-created`; what cannot be read is the usual sorting. */
export function readSort(parameters: URLSearchParams): Sort {
  const text = parameters.get('sort') ?? ''
  const isDescending = text.startsWith('-')
  const parsed = z.safeParse(key, isDescending ? text.slice(1) : text)
  return parsed.success ? { by: parsed.data, isDescending } : USUAL_SORT
}

/** Empty for the usual sorting. */
export function sortText({ by, isDescending }: Sort): string {
  const isUsual = by === USUAL_SORT.by && isDescending === USUAL_SORT.isDescending
  return isUsual ? '' : `${isDescending ? '-' : ''}${by}`
}

/** What a press on a header asks for: its useful end first, then the other way round. */
export function sortAfter(now: Sort, by: SortKey): Sort {
  return now.by === by ? { by, isDescending: !now.isDescending } : { by, isDescending: FROM_THE_TOP.has(by) }
}

/** A new list; rows that are alike stand the newest first, then by their ids, so that none ever changes places. */
export function sorted(rows: readonly ListedImage[], { by, isDescending }: Sort): ListedImage[] {
  const keyOf: (row: ListedImage) => string | number | null = KEYS[by]
  const keyed = rows.map((row) => ({ row, value: keyOf(row) }))
  const sign = isDescending ? -1 : 1
  keyed.sort((one, other) => {
    if (one.value !== other.value) {
      if (one.value === null) return 1
      if (other.value === null) return -1
      return one.value < other.value ? -sign : sign
    }
    const [a, b] = [one.row.image, other.row.image]
    return (b.createdAt ?? 0) - (a.createdAt ?? 0) || (a.id < b.id ? -1 : 1)
  })
  return keyed.map(({ row }) => row)
}
