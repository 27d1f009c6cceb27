import { Facts } from '@/components/elements/Facts'
import { Moment } from '@/components/elements/Moment'
import type { JobView } from '@/lib/jobs/view'
import classes from './UnknownRequest.module.css'

type Props = { job: JobView }

/** A job that somebody has added by its id. What is not known is said to be so, and not to be missing. */
export function UnknownRequest({ job }: Props) {
  const { jobType, addedBy, submittedAt } = job
  return (
    <>
      <p className={classes.text}>Not started from Slipway; its request is not known.</p>
      <Facts
        facts={[
          { label: 'Job type', value: jobType ? <code>{jobType}</code> : 'not known' },
          { label: 'Image file', value: 'not known' },
          { label: 'Started by', value: 'not known' },
          { label: 'Started', value: <Moment at={submittedAt} form="absolute" /> },
          { label: 'Added by', value: addedBy },
        ]}
      />
    </>
  )
}
