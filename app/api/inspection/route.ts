import * as z from 'zod/mini'
import { asUser, json } from '@/app/api/answer'
import { badRequest } from '@/app/api/bad-request'
import { parseImageFile } from '@/lib/images/image-file'
import { readPreflight } from '@/lib/preflight/read'
import { store } from '@/lib/store/store'

/** As nginx writes it in its log: every change of the form gives up the look before it, which is no error. */
const CLIENT_GONE = 499

const query = z.object({ file: z.string(), fresh: z.optional(z.literal('1')) })

/**
 * What is known of `file`, an address such as `bucket:key` (preflightView in lib/preflight/view.ts). What cannot be
 * seen is a finding in it. `fresh=1` reads the bytes again although this version was read before.
 */
export function GET(request: Request) {
  return asUser(async (session) => {
    const asked = z.safeParse(query, Object.fromEntries(new URL(request.url).searchParams))
    if (!asked.success) return badRequest('Name one file, as file=bucket:key.')
    const file = parseImageFile(asked.data.file)
    if (!file.ok) return badRequest(file.error)
    const { signal } = request
    const fresh = asked.data.fresh === '1'
    try {
      return json(request, await readPreflight(store(), session, file.value, { signal, fresh }))
    } catch (error) {
      if (!signal.aborted) throw error
      return new Response(null, { status: CLIENT_GONE })
    }
  })
}
