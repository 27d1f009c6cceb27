import { asUser, json } from '@/app/api/answer'
import { toSessionView } from '@/lib/session/current'

/** Who is signed in, where, and until when: other tabs learn here of a new project or a new sign-in. */
export function GET(request: Request) {
  return asUser(async (session) => json(request, await toSessionView(session)))
}
