import { asUser, json, notFound } from '@/app/api/answer'
import { readBatch } from '@/lib/import/batch/read'
import { store } from '@/lib/store/store'

/** The imports that were sent together (batchView in lib/import/batch/view.ts). */
export async function GET(request: Request, { params }: { params: Promise<{ batchId: string }> }) {
  const { batchId } = await params
  return asUser(async (session) => {
    const batch = await readBatch(store(), session, batchId)
    return batch ? json(request, batch) : notFound('No batch with this id in this project')
  })
}
