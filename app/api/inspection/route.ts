import * as z from 'zod/mini'
import { asUser, json } from '@/app/api/answer'
import { badRequest } from '@/app/api/bad-request'
import { parseImageFile } from '@/lib/import/image-file'
import { readPreflight } from '@/lib/preflight/read'
import { store } from '@/lib/store/store'

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
    const view = await readPreflight(store(), session, file.value, {
      signal,
      fresh: asked.data.fresh === '1',
    })
    return json(request, view)
  })
}
