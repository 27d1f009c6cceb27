import type { ImageScope } from '@/lib/cloud/images/scopes'
import type { ImageFilters } from '@/lib/images/filters'
import type { ListedImage } from '@/lib/images/listed'
import type { ListAddress } from './useListAddress'

/** What filters are chosen from. */
export type FilterSource = {
  filters: ImageFilters
  change: ListAddress['changeFilters']
  /** All that was read, whatever the filters leave of it. */
  rows: readonly ListedImage[]
  /** Scopes of which all is read: of others no number is known. */
  complete: ReadonlySet<ImageScope>
  /** When it was read (epoch milliseconds): ages count from there. */
  now: number
}
