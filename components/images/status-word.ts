import type { ImageView } from '@/lib/images/view'

const WORDS = {
  importing: 'Importing',
  active: 'Active',
  error: 'Error',
  deactivated: 'Deactivated',
  deleted: 'Deleted',
  other: null,
} as const satisfies Record<ImageView['state'], string | null>

/** For the document's title; the page itself shows shape and colour as well. */
export function statusWord({ state, status }: Pick<ImageView, 'state' | 'status'>): string {
  return WORDS[state] ?? status
}
