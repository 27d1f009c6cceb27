import { CopyButton } from '@/components/elements/CopyButton'
import { Notice } from '@/components/elements/Notice'
import { importOf } from '@/lib/cloud/job-request'
import type { JobView } from '@/lib/jobs/view'
import { WORK_WORDS, workOf } from '@/lib/jobs/work'
import { paths } from '@/lib/navigation'
import { LinkButton } from './LinkButton'
import { noChangeWords } from './pace-words'
import { supportFacts } from './support-facts'

type Props = { job: JobView; now: number }

export function Slow({ job, now }: Props) {
  return (
    <Notice
      shape="warn"
      title={noChangeWords(job, now)}
      actions={
        <>
          <CopyButton value={supportFacts(job)} label="Copy facts for support" />
          {importOf(job.request) ? (
            <LinkButton href={paths.importAgain(job.id)}>Import again</LinkButton>
          ) : null}
        </>
      }
    >
      <p>
        Most {WORK_WORDS[workOf(job.kind)].several} are done by now. It may still end well; IMS cannot stop
        it, and a new one is a second job.
      </p>
    </Notice>
  )
}
