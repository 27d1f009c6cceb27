/** Which imports are alike, so that one may take as long as the others: format and size of the file, and the call. */
import type { ImportRequest } from '../cloud/import-request.ts'
import type { PreflightView } from '../preflight/view.ts'
import type { UsualTime } from './usual-time.ts'

const GIB = 1024 ** 3
/** Upper ends, GiB: narrow enough that a class means a time, wide enough that a project fills one. */
const SIZE_CLASSES_GIB = [1, 2, 5, 10, 20, 50, 100] as const
/** The middle of so many is a guess, not a habit. */
const FEWEST = 3
const PERCENT = { from: 10, to: 90 } as const

export type Likeness = Pick<UsualTime, 'format' | 'sizeGib'> & {
  /** The same for imports that are alike. */
  key: string
}

/** Null: the file was not seen, so nothing is known to compare it by. */
export function likenessOf(
  { inspection }: Pick<PreflightView, 'inspection'>,
  { kind, quickImport }: Pick<ImportRequest, 'kind' | 'quickImport'>,
): Likeness | null {
  if (!inspection) return null
  const format = inspection.format.toUpperCase()
  const sizeGib = sizeClass(inspection.fileBytes)
  return { format, sizeGib, key: [format, sizeGib.from, kind, quickImport ? 'quick' : ''].join(' ').trim() }
}

function sizeClass(bytes: number): UsualTime['sizeGib'] {
  const index = SIZE_CLASSES_GIB.findIndex((end) => bytes < end * GIB)
  const classes = index < 0 ? SIZE_CLASSES_GIB.length : index
  return { from: SIZE_CLASSES_GIB[classes - 1] ?? 0, to: SIZE_CLASSES_GIB[classes] ?? null }
}

/** The middle 80 % of the durations (milliseconds); null where there are too few to speak of a habit. */
export function usualOf(durations: readonly number[], { format, sizeGib }: Likeness): UsualTime | null {
  if (durations.length < FEWEST) return null
  const sorted = durations.toSorted((a, b) => a - b)
  const at = (percent: number) => sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? 0
  return { fromMs: at(PERCENT.from), toMs: at(PERCENT.to), count: sorted.length, format, sizeGib }
}
