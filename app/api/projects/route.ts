import { asUser, json } from '@/app/api/answer'
import { listProjects } from '@/lib/cloud/iam'

/** The projects the signed-in user may work in, in this region. */
export function GET(request: Request) {
  return asUser(async (session) =>
    json(request, { projects: await listProjects(session.region, session.token) }),
  )
}
