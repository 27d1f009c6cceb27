'use client'

import { useQuery } from '@tanstack/react-query'
import { Card } from '@/components/elements/Card'
import { CopyText } from '@/components/elements/CopyText'
import { ImageStatus } from '@/components/elements/ImageStatus'
import { JsonBlock } from '@/components/elements/JsonBlock'
import { Moment } from '@/components/elements/Moment'
import { PageHead } from '@/components/elements/PageHead'
import { Columns } from '@/components/jobs/Columns'
import { useTabTitle } from '@/components/jobs/use-tab-title'
import type { ImageView } from '@/lib/images/view'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { BrokenImage } from './BrokenImage'
import { Details } from './Details'
import { FactStrip } from './FactStrip'
import { FirstUse } from './FirstUse'
import { firstUseChecks } from './first-use'
import classes from './ImagePage.module.css'
import { ImageTabs } from './ImageTabs'
import { ImportingBanner } from './ImportingBanner'
import { Origin } from './Origin'
import { imageQuery } from './queries'
import { Refetch } from './Refetch'
import { ServerCommand } from './ServerCommand'
import { statusWord } from './status-word'

type Props = {
  initial: ImageView
  /** What was known of its file before it was imported, where Slipway did that. */
  preflight: JobPreflight | null
}

export function ImagePage({ initial, preflight }: Props) {
  const query = useQuery({
    ...imageQuery(initial.id),
    initialData: initial,
    initialDataUpdatedAt: initial.readAt,
  })
  // On a second visit the browser may still hold an older answer than the one the server has just read.
  const image = query.data.readAt >= initial.readAt ? query.data : initial
  const name = image.name ?? image.id
  useTabTitle(statusWord(image), name)

  return (
    <>
      <PageHead
        title={name}
        status={<ImageStatus state={image.state} status={image.status} variant="pill" live />}
        sub={<CopyText value={image.id} label="image id" />}
      />
      <div className={classes.page}>
        {query.isError ? <Refetch query={query} readAt={image.readAt} /> : null}
        {image.state === 'importing' ? <ImportingBanner image={image} /> : null}
        {image.state === 'error' ? <BrokenImage image={image} /> : null}
        <FactStrip image={image} />
        <ImageTabs
          overview={
            <Columns
              main={
                <>
                  <Details image={image} className={classes.second} />
                  <ServerCommand image={image} className={classes.fourth} />
                </>
              }
              side={
                <>
                  {image.state === 'active' ? (
                    <FirstUse checks={firstUseChecks(image, null, preflight)} />
                  ) : null}
                  <Origin image={image} className={classes.third} />
                </>
              }
            />
          }
          json={
            <div className={classes.json}>
              <p className={classes.read}>
                As IMS gave it, <Moment at={image.readAt} form="absolute" />
              </p>
              <Card className={classes.whole}>
                <JsonBlock value={image.raw} label="Image as JSON" />
              </Card>
            </div>
          }
        />
      </div>
    </>
  )
}
