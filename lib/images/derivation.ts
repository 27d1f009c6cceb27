/** What the dialogs of an export and a copy send, and how it is read: shared by form and server action. */
import * as z from 'zod/mini'
import type { CopyRequest, ExportRequest } from '../cloud/job-request.ts'
import { EXPORT_FORMATS, UUID } from '../cloud/rules.ts'
import type { Result } from '../result.ts'
import { readDescription, readImageName, readKmsKeyId } from './field-rules.ts'
import { parseImageFile } from './image-file.ts'

const envelope = {
  /** Made with the form; the same id submits once, however often it arrives. */
  submissionId: z.uuid(),
  projectId: z.string(),
  imageId: z.string().check(z.regex(UUID)),
}

export const QUICK_EXPORT = 'quick'
export const EXPORT_CHOICES = [...EXPORT_FORMATS, QUICK_EXPORT] as const

export const exportDraft = z.object({
  /** `bucket:key`, or one of the other ways to write it. */
  target: z.string(),
  format: z.enum(EXPORT_CHOICES),
  /** Another region in which the image is to be made anew, and a bucket there; null for an export for its own sake. */
  onward: z.nullable(z.object({ regionId: z.string(), bucket: z.string() })),
})
export type ExportDraft = z.infer<typeof exportDraft>
export const exportInput = z.object({ ...envelope, draft: exportDraft })

export const copyDraft = z.object({ name: z.string(), description: z.string(), kmsKeyId: z.string() })
export type CopyDraft = z.infer<typeof copyDraft>
export const copyInput = z.object({ ...envelope, draft: copyDraft })

type Image = { imageId: string; imageName: string }
type Refusals<Draft> = { [Field in keyof Draft]?: string }

/** Ends of names that say what a file is; quick export makes ZVHD2 (ims.md 13). */
export const extensionOf = (format: ExportDraft['format']): string =>
  format === QUICK_EXPORT ? 'zvhd2' : format

type ExportTarget = Pick<ExportRequest, 'file' | 'format'> & {
  onward: { regionId: string; file: ExportRequest['file'] } | null
}

/** Where to, and as what; the bucket of another region is judged as a file's address there is. */
export function readExport(
  draft: ExportDraft,
): Result<ExportTarget, { target?: string; onwardBucket?: string }> {
  const file = parseImageFile(draft.target)
  if (!file.ok) return { ok: false, error: { target: file.error } }
  const format = draft.format === QUICK_EXPORT ? null : draft.format
  if (draft.onward === null) return { ok: true, value: { file: file.value, format, onward: null } }
  const { regionId, bucket } = draft.onward
  const there = parseImageFile(`${bucket.trim()}:${file.value.key}`)
  return there.ok
    ? { ok: true, value: { file: file.value, format, onward: { regionId, file: there.value } } }
    : { ok: false, error: { onwardBucket: there.error } }
}

/**
 * What of a draft may be recorded: as it was understood, since an address as it is pasted may carry a signature that
 * opens the file to whoever reads it. Nothing of one that was not understood.
 */
export function exportDetails(draft: ExportDraft): Record<string, unknown> {
  const read = readExport(draft)
  return read.ok ? read.value : {}
}

/** The same of a copy. */
export function copyDetails(draft: CopyDraft, imageId: string): Record<string, unknown> {
  const read = readCopy(draft, { imageId, imageName: imageId })
  if (!read.ok) return {}
  const { name, description, kmsKeyId } = read.value
  return { name, description, kmsKeyId }
}

export function readCopy(draft: CopyDraft, image: Image): Result<CopyRequest, Refusals<CopyDraft>> {
  const name = readImageName(draft.name)
  const description = readDescription(draft.description)
  const kmsKeyId = readKmsKeyId(draft.kmsKeyId)
  if (name.ok && description.ok && kmsKeyId.ok)
    return {
      ok: true,
      value: {
        kind: 'copy',
        ...image,
        name: name.value,
        description: description.value,
        kmsKeyId: kmsKeyId.value,
        enterpriseProjectId: null,
      },
    }
  return {
    ok: false,
    error: {
      ...(name.ok ? {} : { name: name.error }),
      ...(description.ok ? {} : { description: description.error }),
      ...(kmsKeyId.ok ? {} : { kmsKeyId: kmsKeyId.error }),
    },
  }
}
