'use server'

import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { audited } from '@/app/audited'
import { changeOf } from '@/app/change-of'
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
  return audited(
    session,
    { action: 'webhook.call', object: { kind: 'job', id: jobId, name: jobId }, details: { isOn } },
    async () => {
      await setSilence(store(), session, jobId, !isOn)
      return { ok: true, value: null }
    },
  )
}
