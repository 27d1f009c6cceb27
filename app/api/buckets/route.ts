import { asUser, fromResult } from '@/app/api/answer'
import { readBuckets } from '@/lib/buckets/read'

/** The account's buckets (bucketListView in lib/buckets/view.ts); 403 `forbidden` for who may not list them. */
export function GET(request: Request) {
  return asUser(async (session) => fromResult(request, await readBuckets(session, request.signal)))
}
