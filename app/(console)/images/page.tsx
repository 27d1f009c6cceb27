import type { Metadata } from 'next'
import { ImagesHead } from '@/components/images/ImagesHead'
import { ImagesPage } from '@/components/images/ImagesPage'
import { ReadFailed } from '@/components/images/ReadFailed'
import { readImages, readQuota } from '@/lib/images/read'
import { requireActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'

export const metadata: Metadata = { title: 'Images' }

export default async function Page() {
  const session = await requireActiveSession()
  const [images, quota] = await Promise.all([readImages(store(), session), readQuota(store(), session)])
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
