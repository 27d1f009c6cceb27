'use server'

import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { audited } from '@/app/audited'
import { explain } from '@/lib/cloud/explain'
import { ownError } from '@/lib/cloud/explained-error'
import { isFlowLimit } from '@/lib/cloud/flow-limit'
import { importObject, outcomeOfSubmission } from '@/lib/import/audit'
import { EMPTY_DRAFT, type ImportDraft, importDraft } from '@/lib/import/draft'
import { queueOnce } from '@/lib/import/queue'
import { importRequest } from '@/lib/import/schema'
import { type SubmitProblem, type SubmitResult, submissionEnvelope } from '@/lib/import/submission'
import { submitOnce } from '@/lib/import/submit'
import { endSession } from '@/lib/session/rows'
import { store } from '@/lib/store/store'

/** Submits an import once. The values are judged by the form's own schema again; nothing else is trusted. */
export async function submitImport(input: unknown): Promise<SubmitResult> {
  const current = await actionSession()
  if (current.state !== 'active') return refuse({ reason: 'session-ended' })
  const { session } = current
  const envelope = z.safeParse(submissionEnvelope, input)
  if (!envelope.success) return refuse({ reason: 'not-sent', error: malformed() })
  const { submissionId, projectId, draft, sendAnyway, wait } = envelope.data
  if (projectId !== session.project.id)
    return refuse({ reason: 'project-changed', projectName: session.project.name })
  const shape = z.safeParse(importDraft, draft)
  if (!shape.success) return refuse({ reason: 'not-sent', error: malformed() })
  const request = z.safeParse(importRequest, shape.data)
  if (!request.success) return refuse({ reason: 'fields', fields: problemsByField(request.error.issues) })

  const wanted = { submissionId, request: request.data, sendAnyway }
  const submission = await audited(
    session,
    {
      action: wait ? 'import.queue' : 'import.submit',
      object: importObject(submissionId, request.data),
      details: { request: request.data, sendAnyway },
      id: submissionId,
      outcomeOf: (sent) => outcomeOfSubmission(store(), session, sent),
      unrecorded: { outcome: 'not-kept' },
      answersFirst: true,
    },
    () => (wait ? queueOnce : submitOnce)(store(), session, wanted),
  )
  if (submission.outcome === 'kept') return { ok: true, value: { jobId: submission.jobId } }
  if (submission.outcome === 'blocked') return refuse({ reason: 'preflight', findings: submission.findings })
  if (submission.outcome === 'not-kept') return refuse({ reason: 'not-sent', error: notKept() })
  if (submission.outcome === 'id-taken') return refuse({ reason: 'not-sent', error: sentBefore() })
  const { error } = submission
  if (error.tokenRefused) {
    await endSession(store(), session.id)
    return refuse({ reason: 'session-ended' })
  }
  const explained = explain(error, Date.now(), 'importing')
  if (error.kind === 'unreachable') return refuse({ reason: 'not-sent', error: explained })
  return refuse({ reason: 'refused', error: explained, mayWait: isFlowLimit(error) })
}

function refuse(error: SubmitProblem): SubmitResult {
  return { ok: false, error }
}

function malformed() {
  return ownError(
    'Slipway could not read what the page sent',
    'The page may be older than the server. Nothing was sent to IMS.',
    'Reload the page; what you typed is kept.',
  )
}

function notKept() {
  return ownError(
    'Slipway could not write the import down, so nothing was sent',
    'Its store does not answer, or the disk of the store is full.',
    'Try again in a minute; if it stays so, tell whoever runs this console.',
  )
}

function sentBefore() {
  return ownError(
    'This form was sent before, with other values',
    'No answer came back then, and IMS may have taken it: its import stands under Jobs.',
    'Look there first. To send these values as another import, press Import image again.',
  )
}

/** The first problem of each field. */
function problemsByField(issues: readonly z.core.$ZodIssue[]) {
  const fields = new Map<keyof ImportDraft, string>()
  for (const { path, message } of issues) {
    const field = path[0]
    if (typeof field === 'string' && isField(field) && !fields.has(field)) fields.set(field, message)
  }
  return [...fields].map(([field, message]) => ({ field, message }))
}

function isField(name: string): name is keyof ImportDraft {
  return name in EMPTY_DRAFT
}
