import * as z from 'zod/mini'
import { asUser, fromResult } from '@/app/api/answer'
import { badRequest } from '@/app/api/bad-request'
import { objectsQuery, readObjects } from '@/lib/buckets/read'

/** A page of one folder, `?prefix=folder/&after=` (objectListView in lib/buckets/view.ts). */
export async function GET(request: Request, { params }: { params: Promise<{ bucket: string }> }) {
  const { bucket } = await params
  return asUser(async (session) => {
    const query = Object.fromEntries(new URL(request.url).searchParams)
    const asked = z.safeParse(objectsQuery, { ...query, bucket })
    if (!asked.success) return badRequest('Check the bucket’s name and the folder.')
    return fromResult(request, await readObjects(session, asked.data, request.signal))
  })
}
