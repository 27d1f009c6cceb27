import { Notice } from '@/components/elements/Notice'
import { formatDuration } from '@/lib/format/duration'
import { type JobView, startOf } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import { LinkButton } from './LinkButton'
import { OpeningImage } from './OpeningImage'

type Props = {
  job: JobView
  /** The end came while this page was open: it goes on to the image. */
  endSeenHere: boolean
}

export function Succeeded({ job, endSeenHere }: Props) {
  const { id, imageId, endedAt } = job
  const title = endedAt === null ? 'Imported.' : `Imported in ${formatDuration(endedAt - startOf(job))}.`
  if (imageId === null)
    return (
      <Notice shape="ok" title={title} actions={<LinkButton href={paths.images()}>Open images</LinkButton>}>
        <p>IMS named no image in its answer. Look for it by its name.</p>
      </Notice>
    )
  return (
    <Notice
      shape="ok"
      title={title}
      actions={
        <>
          <LinkButton href={paths.image(imageId)} primary>
            Open image
          </LinkButton>
          {endSeenHere ? <OpeningImage jobId={id} imageId={imageId} /> : null}
        </>
      }
    />
  )
}
