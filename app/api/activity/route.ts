import { asUser, json } from '@/app/api/answer'
import { badRequest } from '@/app/api/bad-request'
import { filterFrom } from '@/lib/audit/filter'
import { parseCursor, readActivity } from '@/lib/audit/read'
import { readFilter } from '@/lib/audit/read-filter'
import { store } from '@/lib/store/store'

/**
 * A page of what was changed in the project (activityPage in lib/audit/view.ts), filtered as the activity page's
 * address is (lib/audit/filter.ts). `after` is `next` of the page before it.
 */
export function GET(request: Request) {
  return asUser(async (session) => {
    const { searchParams } = new URL(request.url)
    const filter = readFilter(filterFrom((name) => searchParams.get(name)))
    if (!filter.ok) return badRequest(`${filter.error.field}: ${filter.error.message}`)
    const asked = searchParams.get('after')
    const after = asked === null ? null : parseCursor(asked)
    if (asked !== null && after === null)
      return badRequest('Give as after what the page before gave as next.')
    return json(request, await readActivity(store(), session, filter.value, after))
  })
}
