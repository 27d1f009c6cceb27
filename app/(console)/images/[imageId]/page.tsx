import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { PageHead } from '@/components/elements/PageHead'
import { ImagePage } from '@/components/images/ImagePage'
import { ReadFailed } from '@/components/images/ReadFailed'
import { statusWord } from '@/components/images/status-word'
import { cloudNamesOf } from '@/lib/images/model'
import { readImage } from '@/lib/images/read'
import { readJobPreflight } from '@/lib/jobs/preflight'
import { requireActiveSession } from '@/lib/session/current'
import { pageImageApi } from '@/lib/session/image-api'
import { store } from '@/lib/store/store'

type Props = { params: Promise<{ imageId: string }> }

const read = cache(async (imageId: string) => readImage(store(), await requireActiveSession(), imageId))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const image = await read((await params).imageId)
  return { title: image.ok ? `${statusWord(image.value)} · ${image.value.name ?? image.value.id}` : 'Image' }
}

export default async function Page({ params }: Props) {
  const { imageId } = await params
  const image = await read(imageId)
  if (image.ok) {
    const { id, job } = image.value
    const session = await requireActiveSession()
    const preflight = job ? await readJobPreflight(store(), session, job.id) : null
    return (
      <ImagePage
        key={id}
        initial={image.value}
        preflight={preflight}
        imsUrl={session.ims.imsUrl}
        cloudNames={cloudNamesOf(await pageImageApi(session))}
      />
    )
  }
  if (image.error.problem === 'not-found') notFound()
  return (
    <>
      <PageHead title="Image" />
      <ReadFailed error={image.error.error} />
    </>
  )
}
