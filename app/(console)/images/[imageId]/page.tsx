import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PageHead } from '@/components/elements/PageHead'
import { ImagePage } from '@/components/images/ImagePage'
import { ReadFailed } from '@/components/images/ReadFailed'
import { readImage } from '@/lib/images/read'
import { requireActiveSession } from '@/lib/session/current'
import { store } from '@/lib/store/store'

/** Until the image is read; the page then puts its status and name into the tab. */
export const metadata: Metadata = { title: 'Image' }

type Props = { params: Promise<{ imageId: string }> }

export default async function Page({ params }: Props) {
  const { imageId } = await params
  const image = await readImage(store(), await requireActiveSession(), imageId)
  if (image.ok) return <ImagePage key={image.value.id} initial={image.value} />
  if (image.error.problem === 'not-found') notFound()
  return (
    <>
      <PageHead title="Image" />
      <ReadFailed error={image.error.error} />
    </>
  )
}
