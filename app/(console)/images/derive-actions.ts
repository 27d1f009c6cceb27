'use server'

import { actionSession } from '@/app/as-user'
import type { FreshImage } from '@/lib/images/act'
import type { Acted } from '@/lib/images/acting'
import {
  copyDetails,
  copyInput,
  exportDetails,
  exportInput,
  readCopy,
  readExport,
} from '@/lib/images/derivation'
import { derive } from '@/lib/images/derive'
import { toImageView } from '@/lib/images/model'
import { prefillOf, prefillQuery } from '@/lib/images/prefill'
import { outcomeOfSubmission } from '@/lib/import/audit'
import type { ActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'
import { auditedOnImage } from './audited-on-image'

/** Has IMS write an image into a bucket; the id is that of a job that is watched like an import. */
export async function exportImage(input: unknown): Promise<Acted<{ jobId: string }>> {
  return auditedOnImage(await actionSession(), input, {
    action: 'image.export',
    doing: 'export-image',
    input: exportInput,
    id: ({ submissionId }) => submissionId,
    details: ({ draft }) => exportDetails(draft),
    outcomeOf: outcomeOfJob,
    change: async (session, image, { submissionId, draft }) => {
      const read = readExport(draft)
      if (!read.ok) return { ok: false, error: { reason: 'fields', fields: read.error } }
      const { file, format, onward } = read.value
      const request = {
        kind: 'export' as const,
        ...named(image),
        file,
        format,
        onward: onward && onwardOf(session, image, onward),
      }
      return derive(store(), session, { submissionId, request })
    },
  })
}

/** Has IMS make another image of one, in the same region. */
export async function copyImage(input: unknown): Promise<Acted<{ jobId: string }>> {
  return auditedOnImage(await actionSession(), input, {
    action: 'image.copy',
    doing: 'copy-image',
    input: copyInput,
    id: ({ submissionId }) => submissionId,
    details: ({ draft, imageId }) => copyDetails(draft, imageId),
    outcomeOf: outcomeOfJob,
    change: async (session, image, { submissionId, draft }) => {
      const read = readCopy(draft, named(image))
      if (!read.ok) return { ok: false, error: { reason: 'fields', fields: read.error } }
      return derive(store(), session, { submissionId, request: read.value })
    },
  })
}

/** The import form over there is filled in from the image as it is now: by the time it is opened it may be gone. */
function onwardOf(
  session: ActiveSession,
  { wire, readAt }: FreshImage,
  { regionId, file }: { regionId: string; file: { bucket: string; key: string } },
) {
  const { project, region } = session
  const image = toImageView(wire, { projectId: project.id, readAt, job: null })
  const from = `${region.title}, ${project.name}`
  return {
    regionId,
    bucket: file.bucket,
    form: prefillQuery(prefillOf(image, `${file.bucket}:${file.key}`, from)),
  }
}

const named = ({ wire }: FreshImage) => ({ imageId: wire.id, imageName: wire.name ?? wire.id })

/** No answer of IMS's means that nobody knows. */
const outcomeOfJob = (session: ActiveSession, { jobId }: { jobId: string }) =>
  outcomeOfSubmission(store(), session, { outcome: 'kept', jobId })
