import { asUser, fromResult } from '@/app/api/answer'
import { readMembers } from '@/lib/images/share'
import { store } from '@/lib/store/store'

/** The projects an image is shared with (memberList in lib/images/view.ts). */
export async function GET(request: Request, { params }: { params: Promise<{ imageId: string }> }) {
  const { imageId } = await params
  return asUser(async (session) => fromResult(request, await readMembers(store(), session, imageId)))
}
