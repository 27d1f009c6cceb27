import type { ImportOrder } from './import-order.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND

/**
 * Work time of a whole import, in milliseconds at a chance in [0, 1). Inferred from what people report: tens of
 * minutes for an ordinary system disk, whatever its size, minutes for a quick import; and about 60 MB/s of the
 * file on top.
 */
export function importWorkMs(order: ImportOrder, bytes: number, chance: number): number {
  const base = order.quick ? 3 + 3 * chance : order.target === 'iso' ? 8 + 6 * chance : 22 + 14 * chance
  return base * MINUTE + (bytes / 60e6) * SECOND
}

/** A change of sharing is a matter of seconds. Inferred. */
export function sharingWorkMs(chance: number): number {
  return (4 + 4 * chance) * SECOND
}

/** Inferred: the cloud converts while it exports and only copies blocks when it copies. */
export function exportWorkMs(bytes: number, isQuick: boolean, chance: number): number {
  const base = isQuick ? 2 + 2 * chance : 6 + 6 * chance
  return base * MINUTE + (bytes / 60e6) * SECOND
}

export function copyWorkMs(bytes: number, chance: number): number {
  return (3 + 3 * chance) * MINUTE + (bytes / 200e6) * SECOND
}
