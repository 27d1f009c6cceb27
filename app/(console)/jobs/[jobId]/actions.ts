'use server'

import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { audited } from '@/app/audited'
import { outcomeOfResult } from '@/lib/audit/outcome-of-result'
import { ownError, type ProblemBody } from '@/lib/cloud/explained-error'
import { importObject, outcomeOfSubmission } from '@/lib/import/audit'
import { takeOut } from '@/lib/import/queue'
import { type Decision, sendAgain, takeImage } from '@/lib/import/unconfirmed'
import { findJobOfProject } from '@/lib/jobs/rows'
import type { Result } from '@/lib/result'
import { sessionEnded } from '@/lib/session/problem'
import { endSession } from '@/lib/session/rows'
import { store } from '@/lib/store/store'

const takeInput = z.object({ jobId: z.uuid(), imageId: z.uuid() })
const sendInput = z.object({ jobId: z.uuid(), submissionId: z.uuid() })

/** "This is it": the image is what the request without an answer made. */
export async function takeLikelyImage(input: unknown): Promise<Result<Decision, ProblemBody>> {
  const current = await actionSession()
  if (current.state !== 'active') return refuse(sessionEnded())
  const parsed = z.safeParse(takeInput, input)
  if (!parsed.success) return refuse(unreadable())
  const { session } = current
  const { jobId, imageId } = parsed.data
  const job = await findJobOfProject(store(), session.project.id, jobId)
  if (!job?.request) return { ok: true, value: 'changed' }
  return audited(
    session,
    {
      action: 'import.take-image',
      object: importObject(jobId, job.request),
      details: { imageId },
      outcomeOf: (taken) => (taken.ok && taken.value === 'changed' ? DECIDED : outcomeOfResult(taken)),
    },
    () => takeImage(store(), session, jobId, imageId),
  )
}

/** "Send again": the same request as another import, whose id comes back; null when it was decided meanwhile. */
export async function sendRequestAgain(
  input: unknown,
): Promise<Result<{ jobId: string | null }, ProblemBody>> {
  const current = await actionSession()
  if (current.state !== 'active') return refuse(sessionEnded())
  const parsed = z.safeParse(sendInput, input)
  if (!parsed.success) return refuse(unreadable())
  const { session } = current
  const { jobId, submissionId } = parsed.data
  const job = await findJobOfProject(store(), session.project.id, jobId)
  if (!job?.request) return { ok: true, value: { jobId: null } }
  const sent = await audited(
    session,
    {
      action: 'import.send-again',
      object: importObject(submissionId, job.request),
      details: { instead: jobId },
      id: submissionId,
      outcomeOf: (again) =>
        again.outcome === 'changed' ? DECIDED : outcomeOfSubmission(store(), session, again),
      unrecorded: { outcome: 'not-kept' },
    },
    () => sendAgain(store(), session, jobId, submissionId),
  )
  switch (sent.outcome) {
    case 'kept':
      return { ok: true, value: { jobId: sent.jobId } }
    case 'changed':
    case 'id-taken':
      return { ok: true, value: { jobId: null } }
    case 'not-kept':
      return refuse(notKept())
    case 'blocked':
      return refuse(blocked(sent.findings[0]?.title ?? null))
    case 'refused': {
      // Its page has the reason: a refused request is kept as an import of its own.
      if (!sent.error.tokenRefused) return { ok: true, value: { jobId: submissionId } }
      await endSession(store(), session.id)
      return refuse(sessionEnded())
    }
  }
}

const DECIDED = { result: 'refused' as const, details: { reason: 'Somebody else had decided it before.' } }

const refuse = (error: ProblemBody) => ({ ok: false as const, error })

const blocked = (cause: string | null): ProblemBody => ({
  problem: 'bad-request',
  error: ownError(
    'What is known of the file by now says that this cannot work',
    cause,
    'Nothing was sent. Press Import again, and mend it in the form.',
  ),
})

const notKept = (): ProblemBody => ({
  problem: 'internal',
  error: ownError(
    'Slipway could not write the import down, so nothing was sent',
    'Its store does not answer, or the disk of the store is full.',
    'Press Import again once it works.',
  ),
})

const unreadable = (): ProblemBody => ({
  problem: 'bad-request',
  error: ownError(
    'Slipway could not read what the page sent',
    'The page may be older than the server.',
    'Reload the page.',
  ),
})

const ALREADY_SENT = { result: 'refused' as const, details: { reason: 'It had been sent before.' } }

const takeOutInput = z.object({ jobId: z.uuid() })

/** "Take it out": closes an import that waits in Slipway's queue; false when it has been sent meanwhile. */
export async function takeOutOfQueue(input: unknown): Promise<Result<boolean, ProblemBody>> {
  const current = await actionSession()
  if (current.state !== 'active') return refuse(sessionEnded())
  const parsed = z.safeParse(takeOutInput, input)
  if (!parsed.success) return refuse(unreadable())
  const { session } = current
  const { jobId } = parsed.data
  const job = await findJobOfProject(store(), session.project.id, jobId)
  if (!job?.request) return { ok: true, value: false }
  const isOut = await audited(
    session,
    {
      action: 'import.take-out',
      object: importObject(jobId, job.request),
      outcomeOf: (out) => (out ? { result: 'done' } : ALREADY_SENT),
    },
    () => takeOut(store(), session, jobId),
  )
  return { ok: true, value: isOut }
}
