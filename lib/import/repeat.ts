import 'server-only'
import type { ImportRequest } from '../cloud/import-request.ts'
import { importOf } from '../cloud/job-request.ts'
import { findJobOfProject } from '../jobs/rows.ts'
import { explainStored } from '../jobs/to-view.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import type { ImportDraft } from './draft.ts'

export type ImportToRepeat = {
  request: ImportRequest
  /** The field the failure belongs to, where its code tells. */
  culprit: keyof ImportDraft | null
  /** What to show at that field; null when nothing failed. */
  message: string | null
}

/** A past import of this project, to fill the form in again; null when there is none with this id, or its request is not known. */
export async function importToRepeat(
  db: Store,
  session: ActiveSession,
  jobId: string,
): Promise<ImportToRepeat | null> {
  const job = await findJobOfProject(db, session.project.id, jobId)
  const request = importOf(job?.request ?? null)
  if (!job || !request) return null
  if (!job.failure) return { request, culprit: null, message: null }
  const { field, title, code } = explainStored(job.failure)
  return {
    request,
    culprit: field,
    message: `${title}${code ? ` (${code})` : ''}. Change this, then import again.`,
  }
}
