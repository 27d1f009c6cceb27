'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { audited } from '@/app/audited'
import { changeOf, outcomeOfSave } from '@/app/change-of'
import { paths } from '@/lib/navigation'
import { clearSessionCookie } from '@/lib/session/cookie'
import { signOutEverywhere } from '@/lib/session/sign-in'
import { importDefaults, judgeDefaults } from '@/lib/settings/import-defaults'
import { readImportDefaults, writeImportDefaults } from '@/lib/settings/rows'
import type { SaveResult } from '@/lib/settings/save-problem'
import { store } from '@/lib/store/store'
import { makeNewSecret, removeWebhook, sendDeliveryAgain, sendTest, setAddress } from '@/lib/webhooks/change'
import type { DeliveryAnswer } from '@/lib/webhooks/view'

const nothing = z.object({})
/** Longer than any address that is taken, so that its own message says what is wrong. */
const ADDRESS_INPUT_MAX = 10_000

/** Keeps what new imports begin with. Members that are left out stay as they are. */
export async function saveImportDefaults(input: unknown): Promise<SaveResult<'bucket' | 'tags'>> {
  const asked = changeOf(await actionSession(), input, z.partial(importDefaults))
  if (!asked.ok) return asked
  const { session, change } = asked
  const { bucket, tags, automaticConfiguration } = await readImportDefaults(store(), session)
  const defaults = {
    bucket: change.bucket ?? bucket,
    tags: change.tags ?? tags,
    automaticConfiguration: change.automaticConfiguration ?? automaticConfiguration,
  }
  const fields = judgeDefaults(defaults)
  if (Object.keys(fields).length > 0) return { ok: false, error: { reason: 'fields', fields } }
  await writeImportDefaults(store(), session, defaults)
  return { ok: true, value: null }
}

/** Sets the address the project's ended imports are told to. The secret comes back where one was made for it. */
export async function saveWebhook(input: unknown): Promise<SaveResult<'address', { secret: string | null }>> {
  const change = z.object({ address: z.string().check(z.maxLength(ADDRESS_INPUT_MAX)) })
  const asked = changeOf(await actionSession(), input, change)
  if (!asked.ok) return asked
  const { session } = asked
  const { address } = asked.change
  // The host alone: a path may be a secret of the receiver's.
  const act = { action: 'webhook.set', details: { host: URL.parse(address)?.host ?? null } } as const
  return audited(session, { ...act, outcomeOf: outcomeOfSave }, async () => {
    const set = await setAddress(store(), session, address)
    return set.ok ? set : { ok: false, error: { reason: 'fields', fields: { address: set.error } } }
  })
}

/** Makes another secret, which comes back this once; null where there is no webhook. */
export async function makeWebhookSecret(input: unknown): Promise<SaveResult<never, string | null>> {
  const asked = changeOf(await actionSession(), input, nothing)
  if (!asked.ok) return asked
  const { session } = asked
  const secret = await audited(
    session,
    { action: 'webhook.new-secret', outcomeOf: (made) => ({ result: made === null ? 'refused' : 'done' }) },
    () => makeNewSecret(store(), session),
  )
  return { ok: true, value: secret }
}

export async function deleteWebhook(input: unknown): Promise<SaveResult> {
  const asked = changeOf(await actionSession(), input, nothing)
  if (!asked.ok) return asked
  const { session } = asked
  await audited(session, { action: 'webhook.remove' }, () => removeWebhook(store(), session))
  return { ok: true, value: null }
}

/** Calls the webhook now; null where there is none. */
export async function testWebhook(input: unknown): Promise<SaveResult<never, DeliveryAnswer | null>> {
  const asked = changeOf(await actionSession(), input, nothing)
  if (!asked.ok) return asked
  const { session } = asked
  const answer = await audited(
    session,
    {
      action: 'webhook.test',
      outcomeOf: (answered) => ({
        result: answered?.status ? 'done' : 'failed',
        details: { answer: answered },
      }),
    },
    () => sendTest(store(), session),
  )
  return { ok: true, value: answer }
}

/** A delivery that was given up is made again. */
export async function repeatDelivery(input: unknown): Promise<SaveResult> {
  const asked = changeOf(await actionSession(), input, z.object({ deliveryId: z.uuid() }))
  if (!asked.ok) return asked
  const { session } = asked
  const { deliveryId } = asked.change
  await audited(
    session,
    {
      action: 'webhook.send-again',
      details: { deliveryId },
      outcomeOf: (isRevived) => ({ result: isRevived ? 'done' : 'refused' }),
    },
    () => sendDeliveryAgain(store(), session, deliveryId),
  )
  return { ok: true, value: null }
}

/** Ends every session of this person in this console, revokes their tokens, and goes to the sign-in page. */
export async function signOutOfAll(): Promise<void> {
  const current = await actionSession()
  if (current.state !== 'none') {
    const { session } = current
    await audited(session, { action: 'session.sign-out-everywhere' }, () =>
      signOutEverywhere(store(), session),
    )
  }
  await clearSessionCookie()
  redirect(paths.signIn())
}
