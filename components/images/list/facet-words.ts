import type { ImageScope } from '@/lib/cloud/images/scopes'
import { type Facet, type ImageFilters, readSize, SHARED_SCOPES } from '@/lib/images/filters'
import type { ImageKind, ImageState } from '@/lib/images/view'
import { architectureName } from '../detail-words'

/** What a facet is called, on its chip and over its values. */
export const FACET_WORDS: Record<Facet, string> = {
  owner: 'Owner',
  status: 'Status',
  system: 'System',
  tag: 'Tag',
  kind: 'Kind',
  arch: 'Architecture',
  boot: 'Boot mode',
  size: 'Size',
  age: 'Age',
  format: 'Format',
  encrypted: 'Encrypted',
  protected: 'Delete protection',
}

export const SCOPE_WORDS: Record<ImageScope, string> = {
  own: 'This project',
  pending: 'Offered, not answered',
  accepted: 'Shared and accepted',
  rejected: 'Shared and rejected',
  public: 'Public',
}

export const KIND_WORDS: Record<ImageKind, string> = {
  system: 'System disk',
  data: 'Data disk',
  iso: 'ISO installer',
  'bare-metal': 'Bare metal',
  other: 'Other',
}

const STATE_WORDS: Record<ImageState, string> = {
  importing: 'Importing',
  active: 'Active',
  error: 'Error',
  deactivated: 'Deactivated',
  deleted: 'Deleted',
  other: 'Other',
}

const WORDS: Partial<Record<Facet, Readonly<Record<string, string>>>> = {
  owner: SCOPE_WORDS,
  status: STATE_WORDS,
  kind: KIND_WORDS,
  boot: { bios: 'BIOS', uefi: 'UEFI', none: 'None' },
  age: {
    '24h': 'Last 24 hours',
    '7d': 'Last 7 days',
    '30d': 'Last 30 days',
    '90d': 'Last 90 days',
    'over-90d': 'Older than 90 days',
    'over-1y': 'Older than a year',
  },
  encrypted: { yes: 'Yes', no: 'No' },
  protected: { yes: 'On', no: 'Off' },
}

export function valueWords(facet: Facet, value: string): string {
  if (facet === 'size') return sizeWords(value)
  return facet === 'arch' ? architectureName(value) : (WORDS[facet]?.[value] ?? value)
}

const GIB = 2 ** 30

function sizeWords(span: string): string {
  const size = readSize(span)
  if (!size) return span
  const [from, below] = [size.from / GIB, size.below / GIB]
  if (from === 0) return `Under ${below}\u00a0GiB`
  return Number.isFinite(below) ? `${from} to ${below}\u00a0GiB` : `${from}\u00a0GiB and more`
}

/** More would make a chip as wide as the bar. */
const CHOSEN_SHOWN = 2

/** "Status: Active, Error", for a chip that is on. */
export function chosenWords(facet: Facet, { chosen }: ImageFilters): string | null {
  const values = chosen[facet]
  if (!values) return null
  const isShared = facet === 'owner' && SHARED_SCOPES.every((scope) => values.includes(scope))
  const others = isShared ? values.filter((value) => !SHARED_SCOPES.some((scope) => scope === value)) : values
  const words = [...(isShared ? ['All shared'] : []), ...others.map((value) => valueWords(facet, value))]
  const shown = words.slice(0, CHOSEN_SHOWN)
  const rest = words.length - shown.length
  return `${FACET_WORDS[facet]}: ${shown.join(', ')}${rest > 0 ? ` +${rest}` : ''}`
}
