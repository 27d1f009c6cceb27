import type { Metadata } from 'next'
import { ImagesHead } from '@/components/images/ImagesHead'
import { ImagesPage } from '@/components/images/ImagesPage'
import { ReadFailed } from '@/components/images/ReadFailed'
import { readImagePage } from '@/lib/images/list'
import { FIRST_PAGE } from '@/lib/images/list-query'
import { readQuota } from '@/lib/images/read'
import { requireActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'

export const metadata: Metadata = { title: 'Images' }

export default async function Page() {
  const session = await requireActiveSession()
  const [images, quota] = await Promise.all([
    readImagePage(store(), session, FIRST_PAGE),
    readQuota(store(), session),
  ])
  return (
    <>
      <ImagesHead />
      {images.ok ? (
        <ImagesPage initial={images.value} quota={quota} />
      ) : (
        <ReadFailed error={images.error.error} />
      )}
    </>
  )
}
