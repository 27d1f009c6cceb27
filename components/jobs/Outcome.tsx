import type { JobPreflight } from '@/lib/jobs/preflight-view'
import type { JobView } from '@/lib/jobs/view'
import { Failed } from './Failed'
import { Paused } from './Paused'
import { Slow } from './Slow'
import { Succeeded } from './Succeeded'
import { Unconfirmed } from './Unconfirmed'
import { Waiting } from './Waiting'

type Props = {
  job: JobView
  preflight: JobPreflight | null
  endSeenHere: boolean
  slow: boolean
  now: number
}

/** What the state of the import asks of the person; nothing while all goes well. */
export function Outcome({ job, preflight, endSeenHere, slow, now }: Props) {
  switch (job.state) {
    case 'succeeded':
      return <Succeeded job={job} endSeenHere={endSeenHere} />
    case 'failed':
    case 'rejected':
      return <Failed job={job} preflight={preflight} />
    case 'unconfirmed':
      return <Unconfirmed job={job} />
    case 'waiting':
      return <Waiting job={job} />
    case 'paused':
      return <Paused job={job} />
    case 'submitting':
    case 'queued':
    case 'running':
      return slow ? <Slow job={job} now={now} /> : null
    default:
      return job.state satisfies never
  }
}
