import { asUser, json } from '@/app/api/answer'
import { readJobs } from '@/lib/jobs/read'
import { store } from '@/lib/store/store'

/** The newest imports of the project (jobList in lib/jobs/view.ts). */
export function GET(request: Request) {
  return asUser(async (session) => json(request, await readJobs(store(), session)))
}
