import Link from 'next/link'
import { Card } from '@/components/elements/Card'
import { CardBody } from '@/components/elements/CardBody'
import { CardHeader } from '@/components/elements/CardHeader'
import { JobStatus } from '@/components/elements/JobStatus'
import { Moment } from '@/components/elements/Moment'
import type { ImageView } from '@/lib/images/view'
import { paths } from '@/lib/navigation'
import classes from './MadeOfIt.module.css'

type Props = { image: ImageView; className?: string | undefined }

/** Exports and copies of the image that were started here; nothing when there are none. */
export function MadeOfIt({ image, className }: Props) {
  if (image.madeOfIt.length === 0) return null
  return (
    <Card labelledBy="made-of-it" className={className}>
      <CardHeader id="made-of-it" title="Made of it" />
      <CardBody tight>
        <ul className={classes.list}>
          {image.madeOfIt.map(({ jobId, kind, state, file, imageName, submittedAt }) => (
            <li key={jobId} className={classes.item}>
              <Link href={paths.job(jobId)} className={classes.name} title={file ?? imageName}>
                {kind === 'export' ? `Export to ${file}` : `Copy as ${imageName}`}
              </Link>
              <span className={classes.more}>
                <JobStatus state={state} />
                <Moment at={submittedAt} />
              </span>
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  )
}
