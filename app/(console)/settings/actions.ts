'use server'

import { redirect } from 'next/navigation'
import * as z from 'zod/mini'
import { actionSession } from '@/app/as-user'
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
  await writeImportDefaults(store(), session, defaults)
  return { ok: true, value: null }
}

/** Sets the address the project's ended imports are told to. The secret comes back where one was made for it. */
export async function saveWebhook(input: unknown): Promise<SaveResult<'address', { secret: string | null }>> {
  const asked = changeOf(
    await actionSession(),
    input,
    z.object({ address: z.string().check(z.maxLength(10_000)) }),
  )
  if (!asked.ok) return asked
  const set = await setAddress(store(), asked.session, asked.change.address)
  return set.ok ? set : { ok: false, error: { reason: 'fields', fields: { address: set.error } } }
}

/** Makes another secret, which comes back this once; null where there is no webhook. */
export async function makeWebhookSecret(input: unknown): Promise<SaveResult<never, string | null>> {
  const asked = changeOf(await actionSession(), input, nothing)
  return asked.ok ? { ok: true, value: await makeNewSecret(store(), asked.session) } : asked
}

export async function deleteWebhook(input: unknown): Promise<SaveResult> {
  const asked = changeOf(await actionSession(), input, nothing)
  if (!asked.ok) return asked
  await removeWebhook(store(), asked.session)
  return { ok: true, value: null }
}

/** Calls the webhook now; null where there is none. */
export async function testWebhook(input: unknown): Promise<SaveResult<never, DeliveryAnswer | null>> {
  const asked = changeOf(await actionSession(), input, nothing)
  return asked.ok ? { ok: true, value: await sendTest(store(), asked.session) } : asked
}

/** A delivery that was given up is made again. */
export async function repeatDelivery(input: unknown): Promise<SaveResult> {
  const asked = changeOf(await actionSession(), input, z.object({ deliveryId: z.uuid() }))
  if (!asked.ok) return asked
  await sendDeliveryAgain(store(), asked.session, asked.change.deliveryId)
  return { ok: true, value: null }
}

/** Ends every session of this person in this console, revokes their tokens, and goes to the sign-in page. */
export async function signOutOfAll(): Promise<void> {
  const current = await actionSession()
  if (current.state !== 'none') await signOutEverywhere(store(), current.session)
  await clearSessionCookie()
  redirect(paths.signIn())
}
