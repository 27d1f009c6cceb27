import { asUser, fromResult } from '@/app/api/answer'
import { readQuota } from '@/lib/images/read'
import { store } from '@/lib/store/store'

/** The project's quota of private images, or null where IMS names none. */
export function GET(request: Request) {
  return asUser(async (session) => fromResult(request, await readQuota(store(), session)))
}
