'use server'

import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { audited } from '@/app/audited'
import { changeOf } from '@/app/change-of'
import { findJobOfProject } from '@/lib/jobs/rows'
import { nameOf } from '@/lib/jobs/to-view'
import { markAllSeen, markSeen } from '@/lib/jobs/unseen'
import { UNSEEN_MAX } from '@/lib/jobs/unseen-view'
import type { SaveResult } from '@/lib/settings/save-problem'
import { store } from '@/lib/store/store'
import { setSilence } from '@/lib/webhooks/silence'

/** The person has seen that these imports have ended. */
export async function markImportsSeen(input: unknown): Promise<SaveResult> {
  const ids = z.array(z.uuid()).check(z.maxLength(UNSEEN_MAX))
  const asked = changeOf(await actionSession(), input, z.object({ ids }))
  if (!asked.ok) return asked
  await markSeen(store(), asked.session, asked.change.ids)
  return { ok: true, value: null }
}

/** "Mark all read", in the page's project. */
export async function markAllImportsSeen(input: unknown): Promise<SaveResult> {
  const asked = changeOf(await actionSession(), input, z.object({}))
  if (!asked.ok) return asked
  await markAllSeen(store(), asked.session)
  return { ok: true, value: null }
}

/** Switches the webhook's call for one import on or off. */
export async function setWebhookCall(input: unknown): Promise<SaveResult> {
  const change = z.object({ jobId: z.uuid(), isOn: z.boolean() })
  const asked = changeOf(await actionSession(), input, change)
  if (!asked.ok) return asked
  const { session } = asked
  const { jobId, isOn } = asked.change
  const job = await findJobOfProject(store(), session.project.id, jobId)
  if (!job) return { ok: false, error: { reason: 'unreadable' } }
  const object = { kind: 'job', id: jobId, name: nameOf(job) } as const
  await audited(session, { action: 'webhook.switch', object, details: { isOn } }, () =>
    setSilence(store(), jobId, !isOn),
  )
  return { ok: true, value: null }
}
