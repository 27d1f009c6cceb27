import { formatImageFile, parseImageFile } from '@/lib/images/image-file'
import { EMPTY_DRAFT, type ImportDraft } from '@/lib/import/draft'
import type { FoundField } from '@/lib/import/found-in-file'
import type { ImportDefaults } from '@/lib/settings/import-defaults'
import type { FieldName } from './fields'
import { suggestedName } from './suggested-name'

/** What the form holds when it opens. */
export type FormStart = {
  /** What it was filled from; null for an empty form. */
  origin: string | null
  draft: ImportDraft
  /** An empty form of this person: what `Start empty` goes back to, and what is not worth keeping as a draft. */
  empty: ImportDraft
  /** Where the list of files opens while no file is named; empty for the list of buckets. */
  bucket: string
  /** Fields that were decided before, and that no file fills in. */
  set: readonly FoundField[]
  /** The field that made the past import fail. */
  culprit: { field: FieldName; message: string } | null
}

/** The person's defaults stand wherever nothing else gives a value. */
export function startFromNothing({ bucket, tags, automaticConfiguration }: ImportDefaults): FormStart {
  const empty = { ...EMPTY_DRAFT, tags, automaticConfiguration }
  return { origin: null, draft: empty, empty, bucket, set: [], culprit: null }
}

/** `?file=bucket:key`. What cannot be read stands in the field as it came, to be mended there. */
export function startFromFile(text: string, defaults: ImportDefaults): FormStart {
  const start = startFromNothing(defaults)
  const parsed = parseImageFile(text)
  const imageFile = parsed.ok ? formatImageFile(parsed.value) : text
  return {
    ...start,
    origin: `file:${text}`,
    draft: { ...start.empty, imageFile, imageName: suggestedName(imageFile) },
  }
}
