import type { Problem } from './problems'
import type { Row } from './rows'

/** Said in the place of rows. */
export type Aside = { kind: 'reading' } | { kind: 'empty'; words: string } | ({ kind: 'failed' } & Problem)

/** What the list shows of a place. */
export type Listing = {
  rows: readonly Row[]
  aside: Aside | null
  /** How much there is; null while that is not known. */
  summary: string | null
  /** Reads the next page where there is one; called again while it is on its way, it does nothing. */
  readMore: () => void
  readAgain: () => void
}

export const READING: Aside = { kind: 'reading' }

export const OFFLINE: Aside = {
  kind: 'empty',
  words: 'You are offline. The list comes once the connection is back.',
}
