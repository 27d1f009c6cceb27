import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { Facts } from '@/components/elements/Facts'
import { Moment } from '@/components/elements/Moment'
import { FindingCard } from '@/components/preflight/FindingCard'
import { fileFacts } from '@/components/preflight/file-facts'
import { isLoud } from '@/components/preflight/tally'
import type { ExplainedError } from '@/lib/cloud/explained-error'
import type { ImportRequest } from '@/lib/cloud/import-request'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { comparedWithFile } from './compared-with-file'
import classes from './SeenBefore.module.css'

type Props = {
  preflight: JobPreflight
  /** The field the failure belongs to. */
  field: ExplainedError['field']
  request: ImportRequest
}

/** The facts of the file beside the error, since one of them is most often its cause. */
export function SeenBefore({ preflight: { view, findings }, field, request }: Props) {
  const { inspection } = view
  const compared = inspection && comparedWithFile(field, inspection, request)
  return (
    <Card labelledBy="seen-before">
      <CardHeader
        id="seen-before"
        title="What the file said"
        end={
          <>
            Read <Moment at={view.readAt} />
          </>
        }
      />
      {findings.filter(isLoud).map((finding) => (
        <FindingCard key={finding.id} finding={finding} isSent />
      ))}
      {inspection ? (
        <CardBody>
          {compared ? <p className={classes.compared}>{compared}</p> : null}
          <Facts layout="narrow" facts={fileFacts(inspection)} />
        </CardBody>
      ) : null}
    </Card>
  )
}
