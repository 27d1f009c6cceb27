import { EMPTY_DRAFT, type ImportDraft } from '@/lib/import/draft'
import type { FoundField } from '@/lib/import/found-in-file'
import { formatImageFile, parseImageFile } from '@/lib/import/image-file'
import type { FieldName } from './fields'
import { suggestedName } from './suggested-name'

/** What the form holds when it opens. */
export type FormStart = {
  /** What it was filled from; null for an empty form. */
  origin: string | null
  draft: ImportDraft
  /** Fields that were decided before, and that no file fills in. */
  set: readonly FoundField[]
  /** The field that made the past import fail. */
  culprit: { field: FieldName; message: string } | null
}

export const EMPTY_START: FormStart = { origin: null, draft: EMPTY_DRAFT, set: [], culprit: null }

/** `?file=bucket:key`. What cannot be read stands in the field as it came, to be mended there. */
export function startFromFile(text: string): FormStart {
  const parsed = parseImageFile(text)
  const imageFile = parsed.ok ? formatImageFile(parsed.value) : text
  return {
    origin: `file:${text}`,
    draft: { ...EMPTY_DRAFT, imageFile, imageName: suggestedName(imageFile) },
    set: [],
    culprit: null,
  }
}
