import { Notice } from '@/components/elements/Notice'
import { formatDuration } from '@/lib/format/duration'
import { type JobView, startOf } from '@/lib/jobs/view'
import { WORK_WORDS, workOf } from '@/lib/jobs/work'
import { paths } from '@/lib/navigation'
import { Exported } from './Exported'
import { LinkButton } from './LinkButton'
import { OpeningImage } from './OpeningImage'

type Props = {
  job: JobView
  /** The end came while this page was open: it goes on to the image. */
  endSeenHere: boolean
}

export function Succeeded({ job, endSeenHere }: Props) {
  const { id, imageId, endedAt } = job
  const { done } = WORK_WORDS[workOf(job.kind)]
  const title = endedAt === null ? `${done}.` : `${done} in ${formatDuration(endedAt - startOf(job))}.`
  if (job.request?.kind === 'export') return <Exported request={job.request} title={title} />
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
