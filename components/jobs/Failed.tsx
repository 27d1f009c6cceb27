import Link from 'next/link'
import { CopyButton } from '@/components/elements/CopyButton'
import { ErrorBox } from '@/components/elements/ErrorBox'
import { derivationOf, importOf } from '@/lib/cloud/job-request'
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
  const imported = importOf(job.request)
  const derivation = derivationOf(job.request)
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
              {imported ? (
                <LinkButton href={paths.importAgain(job.id)} primary>
                  Fix and import again
                </LinkButton>
              ) : null}
              {derivation ? (
                <LinkButton href={paths.image(derivation.imageId)} primary>
                  Open the image to try again
                </LinkButton>
              ) : null}
              <CopyButton value={supportFacts(job)} label="Copy for support" />
            </>
          }
        />
      </div>
      {preflight && imported ? (
        <SeenBefore preflight={preflight} field={error.field} request={imported} />
      ) : null}
    </>
  )
}
