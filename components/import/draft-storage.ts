/**
 * The unsent form, kept in this browser for each project. Storage may be switched off, full, or hold what an older
 * version wrote: then there is no draft, and the form works all the same.
 */
import * as z from 'zod/mini'
import { formatImageFile, parseImageFile } from '@/lib/images/image-file'
import { type ImportDraft, importDraft } from '@/lib/import/draft'
import { FOUND_FIELDS } from '@/lib/import/found-in-file'

const keptDraft = z.object({
  /** Epoch milliseconds. */
  savedAt: z.number(),
  /** What the form was filled from (`?again=` or `?file=`), so that a reload brings back the changes made since. */
  origin: z.nullable(z.string()),
  /**
   * The submission id, once it has been sent and no answer came. Only then does a reload take it up again: the same
   * import must not be sent twice, yet another tab with the same draft may well make another one.
   */
  sentAs: z.nullable(z.uuid()),
  draft: importDraft,
  /** Fields that were set by hand. A draft of an older version does not say: all of them may have been. */
  set: z._default(z.array(z.enum(FOUND_FIELDS)), [...FOUND_FIELDS]),
  /** Ids of findings that are to be sent all the same. */
  sendAnyway: z._default(z.array(z.string()), []),
})
export type KeptDraft = z.infer<typeof keptDraft>

type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Where even asking for storage is refused, nothing is kept. */
const NO_STORAGE: DraftStorage = { getItem: () => null, setItem: () => {}, removeItem: () => {} }

export function browserStorage(): DraftStorage {
  try {
    return window.localStorage
  } catch {
    // The browser blocks site data: reading the property itself throws a SecurityError.
    return NO_STORAGE
  }
}

const keyOf = (projectId: string) => `slipway.import-draft.${projectId}`

export function readDraft(storage: DraftStorage, projectId: string): KeptDraft | null {
  try {
    const text = storage.getItem(keyOf(projectId))
    const parsed = text === null ? null : keptDraft.safeParse(JSON.parse(text))
    return parsed?.success ? parsed.data : null
  } catch {
    // Storage refused, or no JSON: the same as no draft.
    return null
  }
}

export function writeDraft(storage: DraftStorage, projectId: string, kept: KeptDraft): void {
  const draft = { ...kept.draft, imageFile: withoutSignature(kept.draft.imageFile) }
  try {
    storage.setItem(keyOf(projectId), JSON.stringify({ ...kept, draft }))
  } catch {
    // Storage refused or full: the draft lives only as long as the page, which is no reason to disturb typing.
  }
}

export function removeDraft(storage: DraftStorage, projectId: string): void {
  try {
    storage.removeItem(keyOf(projectId))
  } catch {
    // Storage refused: then nothing was kept in it either.
  }
}

/** A pasted link may carry a signature after its `?`, which opens the file to whoever has it. */
function withoutSignature(imageFile: string): string {
  if (!/^\s*https?:/i.test(imageFile)) return imageFile
  const parsed = parseImageFile(imageFile)
  return parsed.ok ? formatImageFile(parsed.value) : imageFile.replace(/[?#].*$/s, '')
}

export const isSameDraft = (one: ImportDraft, other: ImportDraft): boolean =>
  Object.entries(one).every(([name, value]) => {
    const theirs: unknown = Object.entries(other).find(([key]) => key === name)?.[1]
    return JSON.stringify(value) === JSON.stringify(theirs)
  })
