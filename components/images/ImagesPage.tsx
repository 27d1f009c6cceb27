'use client'

import { useQuery } from '@tanstack/react-query'
import { Card } from '@/components/elements/Card'
import { Empty } from '@/components/elements/Empty'
import { ListBar } from '@/components/elements/ListBar'
import { Moment } from '@/components/elements/Moment'
import { StaleLine } from '@/components/elements/StaleLine'
import classes from '@/components/elements/Table.module.css'
import { ImportImageButton } from '@/components/jobs/ImportImageButton'
import type { ProblemBody } from '@/lib/cloud/explained-error'
import type { ImagePage, QuotaView } from '@/lib/images/view'
import type { Result } from '@/lib/result'
import { ImageTable } from './ImageTable'
import { Quota } from './Quota'
import { imageListQuery } from './queries'

type Props = { initial: ImagePage; quota: Result<QuotaView | null, ProblemBody> }

export function ImagesPage({ initial, quota }: Props) {
  const { data, isError, isFetching, refetch } = useQuery({
    ...imageListQuery(),
    initialData: initial,
    initialDataUpdatedAt: initial.readAt,
  })
  // On a second visit the browser may still hold an older list than the one the server has just read.
  const { images, next, readAt } = data.readAt >= initial.readAt ? data : initial
  return (
    <>
      <ListBar
        start={
          isError ? <StaleLine readAt={readAt} onReadAgain={() => refetch()} reading={isFetching} /> : null
        }
        end={<Quota initial={quota} />}
        onReadAgain={() => refetch()}
      />
      <Card label="Images">
        {images.length === 0 ? (
          <Empty
            title="No images yet."
            text="An image is a disk that servers start from."
            action={<ImportImageButton />}
          />
        ) : (
          <>
            <ImageTable images={images} />
            <p className={classes.foot}>
              <span>
                {next ? `The newest ${images.length} images; IMS has more` : countOf(images.length)} · read{' '}
                <Moment at={readAt} />
              </span>
            </p>
          </>
        )}
      </Card>
    </>
  )
}

function countOf(images: number): string {
  return images === 1 ? '1 image' : `${images} images`
}
