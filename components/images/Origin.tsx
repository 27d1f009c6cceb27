import Link from 'next/link'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { CopyText } from '@/components/elements/CopyText'
import { Moment } from '@/components/elements/Moment'
import { tallyWords } from '@/components/preflight/tally'
import { formatDuration } from '@/lib/format/duration'
import type { ImageView } from '@/lib/images/view'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import { startOf } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import classes from './Origin.module.css'

type Props = {
  image: ImageView
  /** What was known of its file before the import, where Slipway did that. */
  preflight: JobPreflight | null
  className?: string | undefined
}

export function Origin({ image, preflight, className }: Props) {
  const { job } = image
  const file = job?.file ?? image.sourceFile
  return (
    <Card labelledBy="origin" className={className}>
      <CardHeader id="origin" title="Where it came from" />
      <CardBody>
        {file || job ? (
          <dl className={classes.list}>
            {file ? (
              <div>
                <dt>Image file</dt>
                <dd>
                  <CopyText value={file} label="image file address" />
                </dd>
              </div>
            ) : null}
            {job ? (
              <>
                {job.copyOf ? (
                  <div>
                    <dt>Copy of</dt>
                    <dd>
                      <Link href={paths.image(job.copyOf.id)}>{job.copyOf.name}</Link>
                    </dd>
                  </div>
                ) : null}
                <div>
                  <dt>Job</dt>
                  <dd>
                    <Link href={paths.job(job.id)}>
                      {job.endedAt === null
                        ? `Still being ${job.copyOf ? 'copied' : 'imported'}`
                        : `Succeeded in ${formatDuration(job.endedAt - startOf(job))}`}
                    </Link>
                  </dd>
                </div>
                {preflight ? (
                  <div>
                    <dt>Preflight</dt>
                    <dd>{tallyWords(preflight.findings)}</dd>
                  </div>
                ) : null}
                <div>
                  <dt>{byWords(job)}</dt>
                  <dd>
                    {job.startedBy ?? job.addedBy}, <Moment at={job.submittedAt} form="absolute" />
                  </dd>
                </div>
              </>
            ) : (
              <div>
                <dt>Job</dt>
                <dd>Not imported by Slipway</dd>
              </div>
            )}
          </dl>
        ) : (
          <p className={classes.none}>
            {image.madeFromImage
              ? 'Made in the cloud, not imported by Slipway.'
              : 'Not imported by Slipway; its file is not known.'}
          </p>
        )}
        {image.madeFromImage ? (
          <dl className={classes.list}>
            <div>
              <dt>Made from image</dt>
              <dd>
                <Link href={paths.image(image.madeFromImage)} className="mono">
                  {image.madeFromImage}
                </Link>
              </dd>
            </div>
          </dl>
        ) : null}
      </CardBody>
    </Card>
  )
}

function byWords({ copyOf, startedBy }: NonNullable<ImageView['job']>): string {
  if (copyOf) return 'Copied by'
  return startedBy ? 'Imported by' : 'Job added by'
}
