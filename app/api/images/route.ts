import { asUser, fromResult } from '@/app/api/answer'
import { readImages } from '@/lib/images/read'
import { store } from '@/lib/store/store'

/** The newest images of the project (imageListView in lib/images/view.ts). */
export function GET(request: Request) {
  return asUser(async (session) => fromResult(request, await readImages(store(), session)))
}
