'use server'

import { actionSession } from '@/app/as-user'
import type { FreshImage } from '@/lib/images/act'
import type { Acted } from '@/lib/images/acting'
import { copyInput, exportInput, readCopy, readExport } from '@/lib/images/derivation'
import { derive } from '@/lib/images/derive'
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
    details: ({ draft }) => draft,
    outcomeOf: outcomeOfJob,
    change: async (session, image, { submissionId, draft }) => {
      const read = readExport(draft, named(image))
      if (!read.ok) return { ok: false, error: { reason: 'fields', fields: read.error } }
      return derive(store(), session, { submissionId, request: read.value })
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
    details: ({ draft }) => draft,
    outcomeOf: outcomeOfJob,
    change: async (session, image, { submissionId, draft }) => {
      const read = readCopy(draft, named(image))
      if (!read.ok) return { ok: false, error: { reason: 'fields', fields: read.error } }
      return derive(store(), session, { submissionId, request: read.value })
    },
  })
}

const named = ({ wire }: FreshImage) => ({ imageId: wire.id, imageName: wire.name ?? wire.id })

/** No answer of IMS's means that nobody knows. */
const outcomeOfJob = (session: ActiveSession, { jobId }: { jobId: string }) =>
  outcomeOfSubmission(store(), session, { outcome: 'kept', jobId })
