import { Notice } from '@/components/elements/Notice'
import { LinkButton } from '@/components/jobs/LinkButton'
import type { ImageService, ImageView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'

type Props = { image: ImageView; api: ImageService['api'] }

export function ImportingBanner({ image: { job }, api }: Props) {
  if (api === 'glance')
    return (
      <Notice shape="queued" title="Its file is not here yet.">
        <p>
          Whoever makes the image has not sent all of it, and no server starts from it until then. This page
          reads it again by itself.
        </p>
      </Notice>
    )
  return (
    <Notice
      shape="running"
      title="Still being imported."
      actions={job ? <LinkButton href={paths.job(job.id)}>Watch the job</LinkButton> : null}
    >
      <p>What IMS does not know yet stands as “not known”. This page reads it again by itself.</p>
    </Notice>
  )
}
