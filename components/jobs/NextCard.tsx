import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { Icon } from '@/components/elements/Icon'
import { StatusMark } from '@/components/elements/StatusMark'
import { importOf } from '@/lib/cloud/job-request'
import { formatDuration } from '@/lib/format/duration'
import type { JobView } from '@/lib/jobs/view'
import { workOf } from '@/lib/jobs/work'
import classes from './NextCard.module.css'
import { slowAfterMs } from './pace-words'

type Props = { job: JobView; className?: string | undefined }

export function NextCard({ job, className }: Props) {
  const work = workOf(job.kind)
  return (
    <Card labelledBy="next" className={className}>
      <CardHeader id="next" title="What happens next" />
      <CardBody>
        <ul className={classes.list}>
          <li className={classes.item}>
            <StatusMark shape="ok" className={classes.ok} />
            <span>
              <b>If it succeeds</b>,{' '}
              {work === 'export'
                ? 'the file lies in the bucket, and this page says how to go on with it.'
                : 'this page opens the image and lists what to test before first use.'}
            </span>
          </li>
          <li className={classes.item}>
            <StatusMark shape="bad" className={classes.bad} />
            <span>
              <b>If it fails</b>, you get the IMS code
              {importOf(job.request)
                ? ', its likely cause, and the form filled in again.'
                : ' and its likely cause.'}
            </span>
          </li>
          <li className={classes.item}>
            <Icon name="jobs" />
            <span>
              <b>After {formatDuration(slowAfterMs(job))}</b> it is marked slow, with the facts for a support
              ticket ready to copy.
            </span>
          </li>
          <li className={classes.item}>
            <Icon name="stop" />
            <span>
              <b>It cannot be stopped.</b> IMS has no cancel; delete the{' '}
              {work === 'export' ? 'file' : 'image'} once it exists.
            </span>
          </li>
        </ul>
      </CardBody>
    </Card>
  )
}
