import Link from 'next/link'
import { CopyButton } from '@/components/elements/CopyButton'
import { ErrorBox } from '@/components/elements/ErrorBox'
import type { JobPreflight } from '@/lib/jobs/preflight-view'
import type { JobView } from '@/lib/jobs/view'
import { paths } from '@/lib/navigation'
import classes from './Failed.module.css'
import { LinkButton } from './LinkButton'
import { SeenBefore } from './SeenBefore'
import { supportFacts } from './support-facts'
import { withoutReason } from './without-reason'

type Props = { job: JobView; preflight: JobPreflight | null }

export function Failed({ job, preflight }: Props) {
  const error = job.failure ?? withoutReason(job)
  const raw = [error.code, error.message].filter((part) => part !== null).join(' ')
  return (
    <>
      <div className={classes.causes}>
        <ErrorBox
          error={error}
          actions={
            <>
              {raw ? <p className={`mono ${classes.raw}`}>{raw}</p> : null}
              {job.imageId ? (
                <p className={classes.raw}>
                  IMS left an image behind. <Link href={paths.image(job.imageId)}>Open image</Link>
                </p>
              ) : null}
              {job.request ? (
                <LinkButton href={paths.importAgain(job.id)} primary>
                  Fix and import again
                </LinkButton>
              ) : null}
              <CopyButton value={supportFacts(job)} label="Copy for support" />
            </>
          }
        />
      </div>
      {preflight && job.request ? (
        <SeenBefore preflight={preflight} field={error.field} request={job.request} />
      ) : null}
    </>
  )
}
