import 'server-only'
import { environment } from '../config/environment.ts'
import type { Result } from '../result.ts'
import type { ActiveSession } from '../session/current.ts'
import type { Store } from '../store/store.ts'
import { checkAddress } from './address.ts'
import { deliver } from './deliver.ts'
import { insertTest, listDeliveries, reviveDelivery } from './deliveries.ts'
import { changeAddress, changeSecret, deleteWebhook, findWebhookOfProject, insertWebhook } from './rows.ts'
import { makeSecret } from './signature.ts'
import type { DeliveryAnswer, WebhookView } from './view.ts'

/** While a call waits, and while the next import may end. */
const POLL_MS = { waiting: 3_000, idle: 10_000 }

/** The webhook of the session's project, with its newest deliveries. Its secret is not in it. */
export async function readWebhook(db: Store, session: ActiveSession): Promise<WebhookView> {
  const webhook = await findWebhookOfProject(db, session)
  if (!webhook) return { webhook: null, deliveries: [], pollAfterMs: null }
  const { address, setAt, setBy } = webhook
  const deliveries = await listDeliveries(db, webhook.id)
  const isWaiting = deliveries.some(({ state }) => state === 'waiting')
  return {
    webhook: { address, setAt, setBy },
    deliveries,
    pollAfterMs: isWaiting ? POLL_MS.waiting : POLL_MS.idle,
  }
}

/**
 * Sets the project's address, or another one in its place.
 * @returns the secret where one was made for it, to be shown this once; or what is wrong with the address
 */
export async function setAddress(
  db: Store,
  session: ActiveSession,
  text: string,
): Promise<Result<{ secret: string | null }, string>> {
  const checked = await checkAddress(text, environment().allowPrivateWebhooks)
  if (!checked.ok) return checked
  const address = checked.value
  const before = await findWebhookOfProject(db, session)
  const secret = before ? null : makeSecret()
  if (secret !== null && (await insertWebhook(db, session, { address, secret, now: Date.now() })))
    return { ok: true, value: { secret } }
  const kept = before ?? (await findWebhookOfProject(db, session))
  if (kept) await changeAddress(db, kept.id, address, session.user.name)
  return { ok: true, value: { secret: null } }
}

/** The old secret signs nothing from here on. Null where there is no webhook. */
export async function makeNewSecret(db: Store, session: ActiveSession): Promise<string | null> {
  const webhook = await findWebhookOfProject(db, session)
  if (!webhook) return null
  const secret = makeSecret()
  await changeSecret(db, webhook.id, secret)
  return secret
}

export async function removeWebhook(db: Store, session: ActiveSession): Promise<void> {
  const webhook = await findWebhookOfProject(db, session)
  if (webhook) await deleteWebhook(db, webhook.id)
}

/** Calls the webhook now, once, and waits for its answer. Null where there is none. */
export async function sendTest(db: Store, session: ActiveSession): Promise<DeliveryAnswer | null> {
  const webhook = await findWebhookOfProject(db, session)
  if (!webhook) return null
  const { allowPrivateWebhooks: allowPrivate, publicUrl } = environment()
  const claim = await insertTest(db, webhook.id, Date.now())
  return deliver(db, claim, { clock: Date.now, allowPrivate, publicUrl })
}

/** "Send again". False when that delivery is not one that was given up, of this project's webhook. */
export async function sendDeliveryAgain(db: Store, session: ActiveSession, id: string): Promise<boolean> {
  const webhook = await findWebhookOfProject(db, session)
  return webhook !== null && (await reviveDelivery(db, webhook.id, id, Date.now()))
}
