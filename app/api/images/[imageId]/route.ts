import { asUser, fromResult } from '@/app/api/answer'
import { readImage } from '@/lib/images/read'
import { store } from '@/lib/store/store'

/** One image with all that IMS knows of it (imageView in lib/images/view.ts). */
export async function GET(request: Request, { params }: { params: Promise<{ imageId: string }> }) {
  const { imageId } = await params
  return asUser(async (session) => fromResult(request, await readImage(store(), session, imageId)))
}
