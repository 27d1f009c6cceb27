import { Moment } from '@/components/elements/Moment'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { FindingCard } from './FindingCard'
import { FindingList } from './FindingList'
import { Meter } from './Meter'
import { ReadFromFile } from './ReadFromFile'
import classes from './SentPreflight.module.css'
import { tallyWords } from './tally'

type Props = { preflight: JobPreflight }

/** What was known of a file when its import was sent, as it was judged then. */
export function SentPreflight({ preflight: { view, findings } }: Props) {
  return (
    <>
      <p className={classes.head}>
        {tallyWords(findings)}, read <Moment at={view.readAt} form="absolute" />
      </p>
      <Meter findings={findings} />
      <FindingList
        findings={findings}
        card={(finding) => <FindingCard key={finding.id} finding={finding} isSent />}
      />
      {view.inspection ? <ReadFromFile inspection={view.inspection} isOpen /> : null}
    </>
  )
}
