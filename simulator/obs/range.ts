/** What a Range header asks of an object of `size` bytes; `end` is inclusive. */
export type RangeAnswer =
  | { kind: 'whole' }
  | { kind: 'part'; start: number; end: number }
  | { kind: 'beyond' }
  | { kind: 'several' }

/**
 * Reads a Range header (obs.md 4): a malformed or reversed range is ignored, an end past the object is
 * trimmed, a start past it cannot be satisfied.
 */
export function readRange(header: string | undefined, size: number): RangeAnswer {
  if (header === undefined) return { kind: 'whole' }
  if (/^bytes=\s*\d*-\d*\s*(,\s*\d*-\d*\s*)+$/.test(header)) return { kind: 'several' }
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header)
  const from = match?.[1] ?? ''
  const to = match?.[2] ?? ''
  if (from === '' && to === '') return { kind: 'whole' }
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? { kind: 'beyond' } : { kind: 'part', start: size - length, end: size - 1 }
  }
  const start = Number(from)
  if (to !== '' && Number(to) < start) return { kind: 'whole' }
  if (start >= size) return { kind: 'beyond' }
  return { kind: 'part', start, end: to === '' ? size - 1 : Math.min(Number(to), size - 1) }
}
