import 'server-only'
import type { AuditObject, AuditOutcome } from '../audit/entry.ts'
import { imageNameOf, type JobRequest } from '../cloud/job-request.ts'
import { findJobOfProject } from '../jobs/rows.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import type { Submission } from './submit.ts'

/** How the record of changes names an import. */
export function importObject(jobId: string, request: JobRequest): AuditObject {
  return { kind: 'job', id: jobId, name: imageNameOf(request) }
}

/** What became of an import that was sent, for the record: no answer of IMS's means that nobody knows. */
export async function outcomeOfSubmission(
  db: Store,
  session: Pick<ActiveSession, 'project'>,
  submission: Submission,
): Promise<AuditOutcome> {
  switch (submission.outcome) {
    case 'kept': {
      const job = await findJobOfProject(db, session.project.id, submission.jobId)
      if (job?.state !== 'unconfirmed') return { result: 'done' }
      const { kind, status } = job.checkError ?? {}
      return { result: 'unknown', code: job.checkError?.code ?? null, details: { answer: { kind, status } } }
    }
    case 'refused': {
      const { kind, status, code, cloudMessage } = submission.error
      return { result: 'refused', code, details: { answer: { kind, status, message: cloudMessage } } }
    }
    case 'blocked':
      return {
        result: 'refused',
        details: { findings: submission.findings.map(({ id, title }) => ({ id, title })) },
      }
    case 'not-kept':
      return { result: 'failed', details: { reason: 'It could not be written down, so nothing was sent.' } }
    case 'id-taken':
      return { result: 'refused', details: { reason: 'The same form was sent before, with other values.' } }
  }
}
