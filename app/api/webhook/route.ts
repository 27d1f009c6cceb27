import { asUser, json } from '@/app/api/answer'
import { store } from '@/lib/store/store'
import { readWebhook } from '@/lib/webhooks/change'

/** The project's webhook and its newest deliveries (webhookView in lib/webhooks/view.ts). */
export function GET(request: Request) {
  return asUser(async (session) => json(request, await readWebhook(store(), session)))
}
