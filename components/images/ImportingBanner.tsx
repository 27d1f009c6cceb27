import { Notice } from '@/components/elements/Notice'
import { LinkButton } from '@/components/jobs/LinkButton'
import type { ImageView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'

type Props = { image: ImageView }

export function ImportingBanner({ image: { job } }: Props) {
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
