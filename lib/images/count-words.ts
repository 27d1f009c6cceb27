/** What a list of images says of how many it holds: a number always stands with what it counts. */

export type Counts = {
  /** Rows that fit the filters, of all that were read of the scopes asked for. */
  matching: number
  loaded: number
  isFiltered: boolean
  /** `stopped`: some could not be read. */
  reading: 'going' | 'stopped' | 'done'
}

const grouped = new Intl.NumberFormat('en-GB')
const images = (count: number) => `${grouped.format(count)} ${count === 1 ? 'image' : 'images'}`

export function countWords({ matching, loaded, isFiltered, reading }: Counts): string {
  if (!isFiltered) {
    if (reading === 'going') return loaded === 0 ? 'Reading…' : `Reading… ${grouped.format(loaded)} so far`
    return reading === 'stopped' ? `${images(loaded)}, the rest is not read` : images(loaded)
  }
  const part = `${grouped.format(matching)} of ${grouped.format(loaded)}`
  const match = matching === 1 ? 'matches' : 'match'
  if (reading === 'going') return `${part} loaded ${match}, more are being read`
  return reading === 'stopped' ? `${part} loaded ${match}, the rest is not read` : `${part} ${match}`
}

/** For those who hear it: what the filters leave. */
export const resultWords = (matching: number): string =>
  matching === 0 ? 'No image matches.' : images(matching)

export const formatCount = (count: number): string => grouped.format(count)
