'use server'

import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { audited } from '@/app/audited'
import { CloudError } from '@/lib/cloud/errors'
import { explain } from '@/lib/cloud/explain'
import { ownError } from '@/lib/cloud/explained-error'
import { addJob } from '@/lib/jobs/add'
import { type AddingProblem, type AddingResult, addingInput } from '@/lib/jobs/adding'
import type { ActiveSession } from '@/lib/session/current'
import { endSession } from '@/lib/session/rows'
import { store } from '@/lib/store/store'

/** "Watch a job by id": a job that was started elsewhere joins the list. */
export async function watchJob(input: unknown): Promise<AddingResult> {
  const current = await actionSession()
  if (current.state !== 'active') return refuse({ reason: 'session-ended' })
  const { session } = current
  const parsed = z.safeParse(addingInput, input)
  if (!parsed.success) return refuse(unreadable(parsed.error))
  const { projectId, imsJobId } = parsed.data
  if (projectId !== session.project.id)
    return atField(`You switched to ${session.project.name} in another tab. Nothing was added.`)
  try {
    const { outcome, jobId } = await audited(
      session,
      {
        action: 'job.watch',
        object: { kind: 'job', id: imsJobId, name: imsJobId },
        outcomeOf: (added) => (added.outcome === 'added' ? { result: 'done' } : KNOWN),
      },
      () => addJob(store(), session, imsJobId),
    )
    return outcome === 'added'
      ? { ok: true, value: { jobId } }
      : atField('This job is in the list already.', jobId)
  } catch (error) {
    if (!(error instanceof CloudError)) throw error
    return refuse(await problemOf(error, session))
  }
}

const KNOWN = { result: 'refused' as const, details: { reason: 'It was in the list already.' } }

const refuse = (error: AddingProblem): AddingResult => ({ ok: false, error })

const atField = (message: string, jobId: string | null = null): AddingResult =>
  refuse({ reason: 'field', message, jobId })

async function problemOf(error: CloudError, session: ActiveSession): Promise<AddingProblem> {
  if (error.tokenRefused) {
    await endSession(store(), session.id)
    return { reason: 'session-ended' }
  }
  // An unknown job is IMG.0023, or a 404 where the service gives one (ims.md 4).
  if (error.code === 'IMG.0023' || (error.status === 404 && !error.byGateway))
    return {
      reason: 'field',
      message: `IMS knows no job with this id in ${session.project.name}. It may be of another project or region.`,
      jobId: null,
    }
  return { reason: 'not-added', error: explain(error, Date.now()) }
}

function unreadable({ issues }: z.core.$ZodError): AddingProblem {
  const [issue] = issues
  if (issue?.path[0] === 'imsJobId') return { reason: 'field', message: issue.message, jobId: null }
  return {
    reason: 'not-added',
    error: ownError(
      'Slipway could not read what the page sent',
      'The page may be older than the server.',
      'Reload the page.',
    ),
  }
}
