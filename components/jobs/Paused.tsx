import { Notice } from '@/components/elements/Notice'
import type { JobView } from '@/lib/jobs/view'
import { WORK_WORDS, workOf } from '@/lib/jobs/work'
import { paths } from '@/lib/navigation'
import { LinkButton } from './LinkButton'

type Props = { job: JobView }

export function Paused({ job }: Props) {
  return (
    <Notice
      shape="paused"
      title={`Sign in to go on watching. The ${WORK_WORDS[workOf(job.kind)].noun} itself goes on in the cloud.`}
      actions={
        <LinkButton href={paths.signIn(paths.job(job.id))} primary>
          Sign in
        </LinkButton>
      }
    >
      <p>
        The session of {job.startedBy ?? job.addedBy} has ended, and Slipway asks IMS only with a session that
        lives.
      </p>
    </Notice>
  )
}
