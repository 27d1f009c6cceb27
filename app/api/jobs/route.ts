import { asUser, json } from '@/app/api/answer'
import { badRequest } from '@/app/api/bad-request'
import { readJobList, readJobsById } from '@/lib/jobs/list'
import { parseListQuery } from '@/lib/jobs/list-query'
import { store } from '@/lib/store/store'

/**
 * The imports of the project (jobList in lib/jobs/view.ts): a page of those that the filters leave
 * (lib/jobs/filters.ts), from `cursor` on; or those of `ids`, however they stand. Unchanged ones answer 304.
 */
export function GET(request: Request) {
  return asUser(async (session) => {
    const asked = parseListQuery(Object.fromEntries(new URL(request.url).searchParams))
    if (!asked.ok) return badRequest(asked.error)
    const { filters, after, ids } = asked.value
    const list = ids
      ? await readJobsById(store(), session, ids)
      : await readJobList(store(), session, filters, after)
    return json(request, list.view, list.version)
  })
}
