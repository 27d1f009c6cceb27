import { asUser } from '@/app/api/answer'
import { badRequest } from '@/app/api/bad-request'
import { activityCsv } from '@/lib/audit/export'
import { filterFrom } from '@/lib/audit/filter'
import { readFilter } from '@/lib/audit/read-filter'
import { log } from '@/lib/config/log'
import { store } from '@/lib/store/store'

/** The whole record of the project as a CSV file, filtered as `/api/activity` is, and sent as it is read. */
export function GET(request: Request) {
  return asUser(async (session) => {
    const { searchParams } = new URL(request.url)
    const filter = readFilter(filterFrom((name) => searchParams.get(name)))
    if (!filter.ok) return badRequest(`${filter.error.field}: ${filter.error.message}`)
    const pieces = activityCsv(store(), session, filter.value)
    return new Response(streamed(pieces), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${fileName(session.project.name, Date.now())}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })
}

/** Reads on only as the browser takes what was read. An error ends the download as broken, never as complete. */
function streamed(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { value, done } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(utf8.encode(value))
      } catch (error) {
        log().error({ err: error }, 'the export of the record broke off')
        controller.error(error)
      }
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}

/** "slipway-activity-eu-de_demo-2026-11-25.csv"; the project's name in characters that every system takes. */
function fileName(projectName: string, now: number): string {
  const project = projectName.replaceAll(/[^\w.-]+/g, '-')
  return `slipway-activity-${project}-${new Date(now).toISOString().slice(0, 10)}.csv`
}
