import { CopyButton } from '@/components/elements/CopyButton'
import { Moment } from '@/components/elements/Moment'
import { Notice } from '@/components/elements/Notice'
import type { JobView } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import { LinkButton } from './LinkButton'
import { supportFacts } from './support-facts'

type Props = { job: JobView }

export function Unconfirmed({ job }: Props) {
  return (
    <Notice
      shape="unconfirmed"
      title="IMS did not answer, so it is not known whether it took the request. Slipway sends nothing again by itself."
      actions={
        <>
          <LinkButton href={paths.images()}>Open images</LinkButton>
          <CopyButton value={supportFacts(job)} label="Copy for support" />
        </>
      }
    >
      <p>
        Look for an image named {job.imageName}, made since <Moment at={job.submittedAt} form="clock" />. If
        there is none after some minutes, import again; this may make a second image.
      </p>
    </Notice>
  )
}
