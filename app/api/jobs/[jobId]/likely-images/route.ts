import { asUser, fromResult, notFound } from '@/app/api/answer'
import { findLikelyImages } from '@/lib/import/unconfirmed'
import { store } from '@/lib/store/store'

/** Images that this unanswered import may have made (likelyImages in lib/import/unconfirmed-view.ts). */
export async function GET(request: Request, { params }: { params: Promise<{ jobId: string }> }) {
  const { jobId } = await params
  return asUser(async (session) => {
    const found = await findLikelyImages(store(), session, jobId)
    return found ? fromResult(request, found) : notFound('No unanswered import with this id in this project')
  })
}
