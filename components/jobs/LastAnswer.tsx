import { CopyText } from '@/components/elements/CopyText'
import { JsonBlock } from '@/components/elements/JsonBlock'
import { Moment } from '@/components/elements/Moment'
import type { JobView } from '@/lib/jobs/view'
import classes from './LastAnswer.module.css'

type Props = { answer: JobView['lastAnswer'] }

export function LastAnswer({ answer }: Props) {
  if (!answer) return <p className={classes.none}>IMS has not answered about this job yet.</p>
  return (
    <>
      <div className={classes.head}>
        <span>
          HTTP {answer.httpStatus}, <Moment at={answer.at} />
        </span>
        {answer.requestId ? (
          <span>
            Request id <CopyText value={answer.requestId} label="request id" />
          </span>
        ) : null}
      </div>
      <JsonBlock value={answer.body} label="Last answer of IMS as JSON" />
    </>
  )
}
