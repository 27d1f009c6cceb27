'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
import { audited } from '@/app/audited'
import { changeOf } from '@/app/change-of'
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
  return audited(session, { action: 'settings.defaults', details: change }, async () => {
    await writeImportDefaults(store(), session, defaults)
    return { ok: true, value: null }
  })
}

/** Sets the address the project's ended imports are told to. The secret comes back where one was made for it. */
export async function saveWebhook(input: unknown): Promise<SaveResult<'address', { secret: string | null }>> {
  const asked = changeOf(
    await actionSession(),
    input,
    z.object({ address: z.string().check(z.maxLength(10_000)) }),
  )
  if (!asked.ok) return asked
  const { session, change } = asked
  const set = await audited(
    session,
    {
      action: 'webhook.set',
      object: { kind: 'webhook', id: null, name: hostOf(change.address) },
      outcomeOf: ({ ok }) => ({ result: ok ? 'done' : 'refused' }),
    },
    () => setAddress(store(), session, change.address),
  )
  return set.ok ? set : { ok: false, error: { reason: 'fields', fields: { address: set.error } } }
}

/** Makes another secret, which comes back this once; null where there is no webhook. */
export async function makeWebhookSecret(input: unknown): Promise<SaveResult<never, string | null>> {
  const asked = changeOf(await actionSession(), input, nothing)
  if (!asked.ok) return asked
  const { session } = asked
  const value = await audited(session, { action: 'webhook.secret' }, () => makeNewSecret(store(), session))
  return { ok: true, value }
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
  const value = await audited(session, { action: 'webhook.test' }, () => sendTest(store(), session))
  return { ok: true, value }
}

/** A delivery that was given up is made again. */
export async function repeatDelivery(input: unknown): Promise<SaveResult> {
  const asked = changeOf(await actionSession(), input, z.object({ deliveryId: z.uuid() }))
  if (!asked.ok) return asked
  const { session } = asked
  const { deliveryId } = asked.change
  const object = { kind: 'delivery', id: deliveryId, name: deliveryId } as const
  await audited(session, { action: 'webhook.repeat', object }, () =>
    sendDeliveryAgain(store(), session, deliveryId),
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

/** Of the address no more is recorded than where it leads: its path may be a secret. */
function hostOf(address: string): string {
  return URL.parse(address)?.host ?? 'an address that is none'
}
