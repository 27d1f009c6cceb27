import { asUser, json } from '@/app/api/answer'
import { listUnseen } from '@/lib/jobs/unseen'
import { store } from '@/lib/store/store'

/** Ends of the person's own imports that they have not seen (unseenList in lib/jobs/unseen-view.ts). */
export function GET(request: Request) {
  return asUser(async (session) => json(request, { imports: await listUnseen(store(), session) }))
}
