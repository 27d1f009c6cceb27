import * as z from 'zod/mini'
import { asUser, fromResult } from '@/app/api/answer'
import { badRequest } from '@/app/api/bad-request'
import { readImagePage } from '@/lib/images/list'
import { imagePageQuery } from '@/lib/images/list-query'
import { store } from '@/lib/store/store'

/** A page of the images of one scope (imagePage in lib/images/view.ts), the newest first. */
export function GET(request: Request) {
  return asUser(async (session) => {
    const asked = z.safeParse(imagePageQuery, Object.fromEntries(new URL(request.url).searchParams))
    if (!asked.success) return badRequest(asked.error.issues[0]?.message ?? '')
    return fromResult(request, await readImagePage(store(), session, asked.data))
  })
}
