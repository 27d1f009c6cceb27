'use server'

import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { audited } from '@/app/audited'
import { importObject, outcomeOfSubmission } from '@/lib/import/audit'
import {
  type BatchResult,
  batchEnvelope,
  type RowProblem,
  type RowResult,
} from '@/lib/import/batch/submission'
import { EMPTY_DRAFT, type ImportDraft } from '@/lib/import/draft'
import { queueOnce } from '@/lib/import/queue'
import { importRequest } from '@/lib/import/schema'
import type { Submission } from '@/lib/import/submit'
import type { ActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'

type Row = z.infer<typeof batchEnvelope>['rows'][number]
type Queued = Awaited<ReturnType<typeof queueOnce>>

/**
 * Puts rows into the queue, each by itself: one that cannot be kept stops none of the others. The values are judged by
 * the form's own schema again. However often a row comes, its submission id makes it one import.
 */
export async function submitBatch(input: unknown): Promise<BatchResult> {
  const current = await actionSession()
  if (current.state !== 'active') return { ok: false, error: { reason: 'session-ended' } }
  const { session } = current
  const envelope = z.safeParse(batchEnvelope, input)
  if (!envelope.success) return { ok: false, error: { reason: 'malformed' } }
  const { batchId, projectId, rows } = envelope.data
  if (projectId !== session.project.id)
    return { ok: false, error: { reason: 'project-changed', projectName: session.project.name } }
  const results: RowResult[] = []
  for (const row of rows) {
    const problems = await auditedRow(session, batchId, row)
    results.push({ submissionId: row.submissionId, problems })
  }
  return { ok: true, value: { rows: results } }
}

/** Nothing when it was kept. In turn, since the order of the rows is their order in the queue. */
async function auditedRow(session: ActiveSession, batchId: string, row: Row): Promise<RowProblem[]> {
  const parsed = z.safeParse(importRequest, row.draft)
  if (!parsed.success) return fieldProblems(parsed.error.issues)
  const { submissionId, sendAnyway } = row
  const request = parsed.data
  const queued = await audited(
    session,
    {
      action: 'import.queue',
      object: importObject(submissionId, request),
      details: { request, sendAnyway, batchId },
      id: submissionId,
      outcomeOf: (sent: Queued) => outcomeOfSubmission(store(), session, sent),
      unrecorded: { outcome: 'not-kept' },
      answersFirst: true,
    },
    () => queueOnce(store(), session, { submissionId, request, sendAnyway, batchId }),
  )
  return problemsOf(queued)
}

function problemsOf(queued: Exclude<Submission, { outcome: 'refused' }>): RowProblem[] {
  switch (queued.outcome) {
    case 'kept':
      return []
    case 'blocked':
      return queued.findings.map(({ field, title, why }) => ({
        field: field ?? 'imageFile',
        message: field === 'minDiskGb' ? why : title,
      }))
    case 'id-taken':
      return [
        atFile(
          'This row was sent before, with other values; its import stands under Jobs. Look there first.',
        ),
      ]
    case 'not-kept':
      return [atFile('Slipway could not write it down, so it was not sent. Try again once its store works.')]
  }
}

const atFile = (message: string): RowProblem => ({ field: 'imageFile', message })

function fieldProblems(issues: readonly z.core.$ZodIssue[]): RowProblem[] {
  return issues.map(({ path, message }) => {
    const field = path[0]
    return typeof field === 'string' && isField(field) ? { field, message } : atFile(message)
  })
}

const isField = (name: string): name is keyof ImportDraft => name in EMPTY_DRAFT
